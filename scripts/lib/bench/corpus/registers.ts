/** Bylines of the corpus: desks, not people. */
export const CORPUS_AUTHORS: readonly {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
}[] = [
  { key: "to-tin-bai", name: "Tổ Tin bài", unit: "Ban Tuyên giáo" },
  { key: "nhom-phong-vien", name: "Nhóm Phóng viên", unit: "Ban biên tập" },
  { key: "phong-tuyen-truyen", name: "Phòng Tuyên truyền", unit: "Ban Tuyên giáo" },
  { key: "phong-khoa-giao", name: "Phòng Khoa giáo", unit: "Ban Tuyên giáo" },
  { key: "phong-ly-luan", name: "Phòng Lý luận", unit: "Ban Tuyên giáo" },
  { key: "cong-tac-vien-co-so", name: "Cộng tác viên cơ sở", unit: "Mạng lưới cộng tác viên" },
  { key: "to-truyen-hinh", name: "Tổ Truyền hình", unit: "Trung tâm Truyền thông" },
  { key: "to-anh", name: "Tổ Ảnh", unit: "Ban biên tập" },
  { key: "ban-bien-tap", name: "Ban biên tập", unit: "Ban Tuyên giáo" },
  { key: "to-song-ngu", name: "Tổ Song ngữ", unit: "Trung tâm Truyền thông" },
];

/** Where some pieces were first published. */
export const CORPUS_SOURCES: readonly {
  readonly key: string;
  readonly name: string;
  readonly link: string;
}[] = [
  { key: "bao-mau", name: "Báo Mẫu", link: "https://bao-mau.example/" },
  { key: "dai-phat-thanh-mau", name: "Đài Phát thanh Mẫu", link: "https://dai-mau.example/" },
];

/** Story streams. */
export const CORPUS_TOPICS: readonly {
  readonly key: string;
  readonly name: string;
  readonly description: string;
}[] = [
  { key: "dai-hoi-dang-bo", name: "Đại hội đảng bộ các cấp", description: "Tin về đại hội đảng bộ các cấp" },
  {
    key: "xay-dung-nong-thon-moi",
    name: "Chung sức xây dựng nông thôn mới",
    description: "Cách làm ở cơ sở",
  },
  { key: "hoc-bac-moi-ngay", name: "Học Bác mỗi ngày", description: "Việc nhỏ làm theo Bác" },
  { key: "chuyen-doi-so", name: "Chuyển đổi số ở cơ sở", description: "Công nghệ về thôn, bản" },
  { key: "bien-dao-que-huong", name: "Biển, đảo quê hương", description: "Tin từ tuyến đầu" },
];
