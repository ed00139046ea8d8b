/** How we count, for readers. Keep in step with ledger.ts, robots.ts and visitor.ts. */

/** One part of the explanation. */
export interface MethodPart {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The counting method in plain Vietnamese. */
export const METHOD: readonly MethodPart[] = [
  {
    title: "Lượt xem trang và lượt truy cập",
    paragraphs: [
      "Mỗi lần một người mở một trang là một lượt xem trang.",
      "Các trang một người mở liên tiếp, trang sau cách trang trước chưa đến 30 phút, gộp thành một lượt truy cập. Nghỉ từ 30 phút trở lên rồi quay lại thì tính lượt mới. Lượt truy cập kéo dài qua nửa đêm vẫn là một lượt và thuộc về ngày nó bắt đầu.",
      "“Đang online” là số người vừa mở trang trong 5 phút gần nhất.",
    ],
  },
  {
    title: "Ngày, tuần, tháng, năm",
    paragraphs: [
      "Ngày bắt đầu lúc 0 giờ theo giờ Việt Nam (GMT+7); tuần bắt đầu từ thứ Hai. Số của tuần, tháng, năm và tất cả đều là tổng của các ngày nên luôn khớp nhau.",
      "Số liệu của từng ngày được giữ lâu dài, không xóa. Nếu trang tin đã có bộ đếm trước đây, số cũ được cộng vào “Tất cả” và ghi riêng trong bảng theo năm.",
    ],
  },
  {
    title: "Những gì không đếm",
    paragraphs: [
      "Không đếm máy tìm kiếm và các chương trình tự động, trang được trình duyệt tải trước mà chưa ai xem, bản xem thử trước khi xuất bản.",
      "Người đọc bật “Không theo dõi” (DNT) hoặc “Kiểm soát quyền riêng tư” (GPC) trong trình duyệt không được đếm. Khi trình duyệt tắt JavaScript, trang vẫn đọc được nhưng lượt đọc không được đếm.",
    ],
  },
  {
    title: "Quyền riêng tư",
    paragraphs: [
      "Không dùng cookie, không lưu địa chỉ IP, không biết người đọc là ai. Để khỏi đếm trùng trong ngày, máy chủ chỉ giữ một mã băm tạo từ địa chỉ mạng, loại trình duyệt và một chuỗi ngẫu nhiên của riêng ngày đó. Sau nửa đêm khoảng 30 phút, chuỗi ngẫu nhiên và các mã của ngày cũ bị xóa.",
      "Vì vậy không thể biết một người có quay lại vào ngày khác hay không, và trang này không nêu “số người đọc” của tháng hay năm. Nhiều người dùng chung một mạng và cùng loại trình duyệt có thể được tính là một người.",
    ],
  },
  {
    title: "Bài được xem nhiều",
    paragraphs: [
      "Danh sách xếp theo lượt xem trong 7 ngày gần nhất; khi chưa đủ bài thì xét 30 ngày, rồi toàn bộ thời gian.",
    ],
  },
];
