import type { Theme } from "./theme.ts";

/** Press, theory and history. */
export const PRESS_THEMES: readonly Theme[] = [
  {
    section: "bao-chi",
    tags: ["Báo chí", "Giải báo chí"],
    subject: "định hướng, quản lý báo chí",
    works: [
      "giao ban báo chí định kỳ",
      "trao giải báo chí về xây dựng Đảng",
      "cung cấp thông tin cho phóng viên thường trú",
      "thẩm định tác phẩm dự giải",
      "rà soát việc thực hiện tôn chỉ, mục đích",
    ],
    counts: [
      "tác phẩm dự giải",
      "phóng viên, biên tập viên",
      "kỳ giao ban báo chí",
      "chuyên mục mới",
      "phóng sự truyền hình",
    ],
    tasks: [
      "tăng thời lượng về xây dựng Đảng",
      "cung cấp thông tin kịp thời, đúng người phát ngôn",
      "phát huy vai trò của Hội Nhà báo",
    ],
  },
  {
    section: "bao-chi",
    tags: ["Xuất bản", "Văn hóa đọc", "Bản tin nội bộ"],
    subject: "xuất bản và phát triển văn hóa đọc",
    works: [
      "phát hành bản tin thông báo nội bộ",
      "tổ chức Ngày Sách và Văn hóa đọc",
      "xây dựng tủ sách chi bộ điện tử",
      "thu hồi xuất bản phẩm sai phép",
      "tặng sách cho học sinh vùng cao",
    ],
    counts: [
      "đầu sách lý luận, chính trị",
      "số bản tin nội bộ",
      "bạn đọc trẻ",
      "tủ sách chi bộ",
      "bản sách in",
    ],
    tasks: [
      "in ấn gọn, phát hành nhanh tới chi bộ",
      "đưa sách nói đến vùng khó khăn",
      "thống nhất danh mục sách cho cơ sở",
    ],
  },
  {
    section: "bao-chi",
    tags: ["Chuyển đổi số", "Truyền thanh cơ sở"],
    subject: "chuyển đổi số",
    works: [
      "vận hành trang thông tin điện tử mới",
      "lập nhóm Zalo với cơ sở và báo chí",
      "số hóa lịch sử đảng bộ",
      "nâng cấp đài truyền thanh thông minh",
      "tập huấn Sổ tay đảng viên điện tử",
    ],
    counts: [
      "cụm loa thông minh",
      "trang tài liệu được số hóa",
      "tổ công nghệ số cộng đồng",
      "đảng viên cài đặt sổ tay điện tử",
      "bản tin âm thanh",
    ],
    tasks: [
      "dùng chung dữ liệu giữa các cấp",
      "bảo đảm an toàn thông tin",
      "xây dựng kho tư liệu số dễ tra cứu",
    ],
  },
  {
    section: "ly-luan",
    tags: ["Lịch sử Đảng", "Di tích cách mạng"],
    subject: "nghiên cứu, biên soạn lịch sử đảng bộ",
    works: [
      "hội thảo bản thảo lịch sử đảng bộ xã",
      "sưu tầm hiện vật cách mạng",
      "ghi âm lời kể nhân chứng lịch sử",
      "dâng hương tại khu di tích",
      "đưa lịch sử địa phương vào giảng dạy",
    ],
    counts: [
      "cuốn lịch sử đảng bộ",
      "hiện vật sưu tầm được",
      "nhân chứng lịch sử",
      "buổi nói chuyện truyền thống",
      "trang bản thảo",
    ],
    tasks: [
      "hoàn thành biên soạn đúng tiến độ",
      "thẩm định kỹ tư liệu trước khi in",
      "tổ chức cuộc thi tìm hiểu lịch sử",
    ],
  },
  {
    section: "ly-luan",
    tags: ["Lý luận chính trị", "Học tập nghị quyết", "Trung tâm chính trị"],
    subject: "giáo dục lý luận chính trị",
    works: [
      "học tập nghị quyết bằng hình thức trực tuyến",
      "thi trắc nghiệm sau mỗi chuyên đề",
      "mở lớp sơ cấp lý luận chính trị",
      "bồi dưỡng đảng viên mới",
      "xây dựng trung tâm chính trị chuẩn",
    ],
    counts: [
      "học viên tốt nghiệp",
      "lớp bồi dưỡng đảng viên mới",
      "bài thu hoạch",
      "lượt thi trực tuyến",
      "giảng viên kiêm chức",
    ],
    tasks: [
      "gắn học tập với chương trình hành động",
      "giảm thời gian đọc, tăng thời gian trao đổi",
      "đánh giá kết quả bằng việc làm cụ thể",
    ],
  },
  {
    section: "ly-luan",
    tags: ["Dư luận xã hội"],
    subject: "điều tra dư luận xã hội",
    works: [
      "khảo sát dư luận về cải cách hành chính",
      "mở rộng mạng lưới cộng tác viên",
      "xử lý phiếu hỏi trên máy tính bảng",
      "công bố báo cáo chuyên đề",
      "tọa đàm với nhà khoa học",
    ],
    counts: [
      "phiếu khảo sát",
      "cộng tác viên dư luận xã hội",
      "báo cáo chuyên đề",
      "cuộc phỏng vấn sâu",
      "địa bàn khảo sát",
    ],
    tasks: [
      "khảo sát trước khi ban hành chính sách",
      "phản ánh trung thực, nhiều chiều",
      "bảo mật thông tin người trả lời",
    ],
  },
];
