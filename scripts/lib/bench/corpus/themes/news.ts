import type { Theme } from "./theme.ts";

/** News and publicity. */
export const NEWS_THEMES: readonly Theme[] = [
  {
    section: "tin-tuc",
    tags: ["Hội nghị", "Sơ kết", "Công tác tuyên giáo"],
    subject: "tuyên giáo",
    works: [
      "tham mưu cấp ủy ban hành chương trình công tác năm",
      "đổi mới hình thức giao ban với cơ sở",
      "nắm bắt tư tưởng, dư luận xã hội hằng tuần",
      "phối hợp với các cơ quan khối Đảng trong thông tin nội bộ",
      "kiểm tra việc thực hiện quy chế phối hợp",
    ],
    counts: [
      "hội nghị trực tuyến",
      "văn bản tham mưu",
      "báo cáo nhanh về dư luận xã hội",
      "cuộc kiểm tra, giám sát",
      "điểm cầu",
    ],
    tasks: [
      "bám sát chương trình công tác toàn khóa",
      "nâng cao chất lượng tham mưu",
      "rút ngắn thời gian xử lý thông tin từ cơ sở",
    ],
  },
  {
    section: "tin-tuc",
    tags: ["Đại hội Đảng", "Bầu cử"],
    subject: "tuyên truyền đại hội đảng bộ các cấp",
    works: [
      "mở chuyên trang về đại hội",
      "lấy ý kiến đóng góp vào dự thảo văn kiện",
      "trang trí khánh tiết, cổ động trực quan",
      "biên tập tài liệu hỏi đáp về đại hội",
      "giới thiệu những thành tựu nổi bật của nhiệm kỳ",
    ],
    counts: [
      "lượt ý kiến góp ý",
      "cụm pa nô, áp phích",
      "tin, bài về đại hội",
      "chi bộ hoàn thành đại hội",
      "buổi phát thanh chuyên đề",
    ],
    tasks: [
      "tuyên truyền đậm nét kết quả đại hội",
      "sớm đưa nghị quyết vào cuộc sống",
      "chọn lọc mô hình hay để nhân rộng",
    ],
  },
  {
    section: "tin-tuc",
    tags: ["Thi đua khen thưởng", "Cán bộ"],
    subject: "xây dựng đội ngũ cán bộ tuyên giáo",
    works: [
      "rà soát, bổ sung quy hoạch cán bộ",
      "cử cán bộ trẻ đi thực tế ở cơ sở",
      "tổ chức lớp bồi dưỡng nghiệp vụ tuyên giáo",
      "phát động phong trào thi đua chào mừng ngày truyền thống",
      "tổng kết cụm thi đua",
    ],
    counts: [
      "cán bộ được bồi dưỡng",
      "tập thể được khen thưởng",
      "cá nhân tiêu biểu",
      "lớp tập huấn nghiệp vụ",
      "sáng kiến được công nhận",
    ],
    tasks: [
      "luân chuyển, đào tạo cán bộ gắn với vị trí việc làm",
      "phân công rõ người, rõ việc",
      "khen thưởng kịp thời những cách làm mới",
    ],
  },
  {
    section: "tuyen-truyen",
    tags: ["Báo cáo viên", "Tuyên truyền miệng"],
    subject: "tuyên truyền miệng và hoạt động báo cáo viên",
    works: [
      "duy trì hội nghị báo cáo viên hằng tháng",
      "biên soạn đề cương tuyên truyền ngắn gọn",
      "tổ chức hội thi báo cáo viên giỏi",
      "kiện toàn đội ngũ tuyên truyền viên ở thôn, bản",
      "đưa báo cáo viên nói tiếng dân tộc về cơ sở",
    ],
    counts: [
      "báo cáo viên cấp huyện",
      "tuyên truyền viên cơ sở",
      "hội nghị báo cáo viên",
      "đề cương tuyên truyền",
      "lượt người nghe",
    ],
    tasks: [
      "cung cấp thông tin sớm cho báo cáo viên",
      "tăng đối thoại trong sinh hoạt chi bộ",
      "số hóa tài liệu báo cáo viên",
    ],
  },
  {
    section: "tuyen-truyen",
    tags: ["Bảo vệ nền tảng tư tưởng", "Nghị quyết 35", "Không gian mạng"],
    subject: "bảo vệ nền tảng tư tưởng của Đảng",
    works: [
      "kiện toàn nhóm chuyên gia và cộng tác viên",
      "chia sẻ bài viết chính luận trên mạng xã hội",
      "mở lớp kỹ năng nhận diện tin giả",
      "phát động cuộc thi chính luận",
      "thiết lập các trang thông tin chính thống",
    ],
    counts: [
      "bài viết chính luận",
      "lượt chia sẻ tin tích cực",
      "tài khoản cộng tác viên",
      "tác phẩm dự thi chính luận",
      "trang, nhóm mạng xã hội",
    ],
    tasks: [
      "chủ động thông tin chính thống trước sự kiện",
      "xây dựng lực lượng nòng cốt ở cơ sở",
      "hướng dẫn đoàn viên sử dụng mạng an toàn",
    ],
  },
  {
    section: "tuyen-truyen",
    tags: ["Biển đảo", "Biên giới", "Thông tin đối ngoại"],
    subject: "tuyên truyền biển, đảo và biên giới",
    works: [
      "phối hợp với Bộ đội Biên phòng thông tin về chủ quyền",
      "triển lãm ảnh về Trường Sa",
      "vận động ngư dân không khai thác hải sản trái phép",
      "tổ chức giao lưu hữu nghị với địa phương bạn",
      "dựng phim ngắn về đời sống vùng biên",
    ],
    counts: [
      "ngư dân được phổ biến pháp luật",
      "bức ảnh trưng bày",
      "tủ sách tặng chiến sĩ",
      "buổi chiếu phim lưu động",
      "tờ rơi song ngữ",
    ],
    tasks: [
      "thông tin đối ngoại có trọng tâm",
      "phát huy vai trò người có uy tín ở vùng biên",
      "đưa nội dung chủ quyền vào trường học",
    ],
  },
];
