const list = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

/** Provinces and cities as they were called before July 2025. */
export const PROVINCES = list(`
An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước, Bình Thuận, Cà Mau,
Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương,
Hải Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định,
Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La,
Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái`);

/** Districts, towns and communes of many provinces. */
export const DISTRICTS = list(`
Sa Pa, Bát Xát, Mường Khương, Bắc Hà, Văn Bàn, Bảo Yên, Đồng Văn, Mèo Vạc, Quản Bạ, Yên Minh, Xín Mần, Hoàng Su Phì, Vị Xuyên, Bảo Lâm,
Bảo Lộc, Lạc Dương, Đơn Dương, Đức Trọng, Di Linh, Đạ Huoai, Đạ Tẻh, Cát Tiên, Càng Long, Cầu Kè, Tiểu Cần, Châu Thành, Cầu Ngang, Trà Cú,
Duyên Hải, Lộc Ninh, Bù Đốp, Bù Đăng, Bù Gia Mập, Chơn Thành, Đồng Phú, Hớn Quản, Mường Lò, Trạm Tấu, Mù Cang Chải, Lục Yên, Cư Jút,
Krông Nô, Đắk Song, Đắk Mil, Tuy Đức, Hàm Tân, Bắc Bình, Tánh Linh, Phú Quý, Mỏ Cày, Ba Tri, Giồng Trôm, Thạnh Phú, Chợ Lách,
Vũng Liêm, Tam Bình, Trà Ôn, Mang Thít, Kỳ Anh, Hương Khê, Đức Thọ, Nghi Xuân, Quỳ Châu, Quế Phong, Con Cuông, Tương Dương, Đô Lương,
Thanh Chương, Nam Đàn, Diễn Châu, Yên Thành, Quỳnh Lưu, Thuận Châu, Mộc Châu, Phù Yên, Bắc Yên, Sông Mã, Sốp Cộp, Tủa Chùa, Tuần Giáo,
Mường Nhé, Nậm Pồ, Phong Thổ, Sìn Hồ, Tam Đường, Than Uyên, Chi Lăng, Hữu Lũng, Tràng Định, Bình Gia, Đình Lập, Trùng Khánh, Quảng Hòa`);

export const SURNAMES = list(`
Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Thào, Vàng, Giàng, Lò, Hà, Đinh, Trịnh, Đoàn, Mai, Tô, Lâm, Thạch, Sơn, Kim`);
export const MIDDLE_NAMES = list(
  `Văn, Thị, Đức, Minh, Hồng, Quốc, Anh, Đình, Ngọc, Thanh, Xuân, Hữu, Công, Thế, Quang, Trọng, Bá, Duy, Kim, Thu, Mạnh, Viết`,
);
export const GIVEN_NAMES = list(`
Huy, Sơn, Cường, Tuấn, Bình, Khuyên, Thảo, Dũng, Giang, Hải, Hà, Lan, Hương, Đạt, Đông, Nam, Thắng, Tùng, Phúc, Lộc, Thọ, Quyết, Kiên, Trung,
Nghĩa, Liên, Nga, Hạnh, Vinh, Long, Khải, Thiện, Toàn, Thúy, Quý, Hòa, Mỹ, Kỳ, Lợi, Tâm, Điệp, Đào, Chiến, Thành, Nhàn, Yến, Phượng, Loan, Oanh, Uyên`);

export const TOPICS = list(`
chuyển đổi số trong công tác tuyên giáo, an toàn giao thông, phòng chống cháy rừng, xây dựng nông thôn mới, giảm nghèo bền vững, bảo vệ nền tảng tư tưởng của Đảng,
học tập và làm theo tư tưởng đạo đức phong cách Hồ Chí Minh, công tác khoa giáo, biên soạn lịch sử Đảng bộ, văn hóa đọc trong cộng đồng, phòng chống ma túy học đường,
tảo hôn và hôn nhân cận huyết, bảo tồn cồng chiêng, chợ phiên vùng cao, nuôi trồng thủy sản, hạn mặn ở vùng cửa sông, bầu cử đại biểu Hội đồng nhân dân, dân vận khéo,
công tác báo cáo viên, dư luận xã hội, bản tin sinh hoạt chi bộ, giáo dục lý luận chính trị, y tế cơ sở, phòng chống dịch bệnh, tiêm chủng mở rộng, bảo hiểm xã hội tự nguyện,
khởi nghiệp của thanh niên, trường học thông minh, xóa nhà tạm, du lịch cộng đồng, bình đẳng giới, quốc phòng toàn dân, biên giới biển đảo, đền ơn đáp nghĩa,
cải cách hành chính, tiết kiệm chống lãng phí, phòng chống tham nhũng, kinh tế tập thể, hợp tác xã kiểu mới, sản phẩm OCOP, bảo vệ môi trường nước,
phân loại rác thải sinh hoạt, trồng cây gây rừng, đời sống đồng bào Khmer, lễ hội Gầu Tào, nghề dệt thổ cẩm, hát then đàn tính, sách điện tử và bản tin âm thanh,
khuyến học khuyến tài, hiến máu tình nguyện, phòng ngừa đuối nước trẻ em, an ninh mạng và tin giả, giải phóng mặt bằng, nhà ở xã hội, sáp nhập đơn vị hành chính,
phát triển cây mắc ca, vùng nguyên liệu chè, cà phê tái canh, chăn nuôi đại gia súc, dịch tả lợn châu Phi, đường cao tốc qua tỉnh, cấp nước sạch nông thôn`);

export const EVENTS = list(`
Hội nghị sơ kết, Hội nghị tổng kết, Hội nghị trực tuyến quán triệt, Hội nghị giao ban, Tọa đàm khoa học, Lễ phát động, Hội thi tìm hiểu, Hội thảo, Lớp tập huấn,
Đoàn công tác kiểm tra, Buổi làm việc, Diễn đàn, Lễ trao giải, Chương trình giao lưu, Hội nghị chuyên đề, Đợt sinh hoạt chính trị, Cuộc họp báo, Chuyến thăm, Ngày hội, Liên hoan`);

export const AGENCIES = list(`
Ban Tuyên giáo Tỉnh ủy, Ban Dân vận Tỉnh ủy, Ủy ban nhân dân tỉnh, Hội đồng nhân dân tỉnh, Mặt trận Tổ quốc tỉnh, Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh, Tỉnh đoàn,
Hội Liên hiệp Phụ nữ tỉnh, Liên đoàn Lao động tỉnh, Sở Giáo dục và Đào tạo, Sở Y tế, Sở Thông tin và Truyền thông, Trường Chính trị tỉnh, Bộ Chỉ huy Quân sự tỉnh,
Bộ đội Biên phòng tỉnh, Công an tỉnh, Đảng ủy Khối các cơ quan, Thị ủy, Huyện ủy, Ủy ban nhân dân huyện, Trung tâm Chính trị huyện, Ủy ban Kiểm tra Tỉnh ủy, Văn phòng Tỉnh ủy`);

export const SECTIONS = list(
  `Tin tức - Sự kiện, Tuyên truyền, Khoa giáo, Lý luận chính trị, Lịch sử Đảng, Văn hóa - Văn nghệ, Báo chí - Xuất bản, Dư luận xã hội`,
);

/** Ordinary two-syllable words of reports; bodies draw from them with a falling frequency. */
export const WORDS = list(`
công tác, thực hiện, triển khai, nhiệm vụ, cán bộ, đảng viên, nhân dân, tổ chức, nội dung, kết quả, chỉ đạo, địa phương, đơn vị, cơ sở, tuyên truyền, hoạt động, phát triển,
kinh tế, xã hội, xây dựng, đổi mới, nâng cao, chất lượng, hiệu quả, tăng cường, phối hợp, lãnh đạo, cấp ủy, chính quyền, đoàn thể, kế hoạch, chương trình, giải pháp, trọng tâm,
thời gian, yêu cầu, tham gia, phong trào, thi đua, khen thưởng, tập thể, cá nhân, thành tích, xuất sắc, hạn chế, nguyên nhân, bài học, kinh nghiệm, đánh giá, ghi nhận, biểu dương,
phát huy, truyền thống, đoàn kết, thống nhất, quyết tâm, phấn đấu, mục tiêu, chỉ tiêu, hoàn thành, vượt mức, quan tâm, đầu tư, nguồn lực, ngân sách, doanh nghiệp, hợp tác, nông nghiệp,
công nghiệp, dịch vụ, thương mại, du khách, khách sạn, nhà nghỉ, sản phẩm, thị trường, tiêu thụ, giá cả, thu nhập, đời sống, việc làm, đào tạo, lao động, tay nghề, học sinh, giáo viên,
phụ huynh, nhà trường, lớp học, thư viện, sách báo, bệnh viện, trạm xá, bác sĩ, người bệnh, vắc xin, sức khỏe, dinh dưỡng, trẻ em, phụ nữ, người già, gia đình, hàng xóm, thôn bản,
ấp khóm, khu phố, nhà văn hóa, sân vận động, thể thao, bóng chuyền, điền kinh, văn nghệ, ca múa, sân khấu, điện ảnh, nhiếp ảnh, triển lãm, bảo tàng, di tích, danh thắng, hang động, ruộng bậc thang,
thác nước, rừng đặc dụng, kiểm lâm, phòng cháy, lũ quét, sạt lở, mưa đá, rét đậm, băng giá, hạn hán, xâm nhập, đê điều, hồ chứa, kênh mương, trạm bơm, cầu treo, quốc lộ, tỉnh lộ, bến xe,
hải quan, cửa khẩu, biên phòng, tuần tra, cột mốc, chủ quyền, ngư dân, tàu cá, đánh bắt, hải sản, nuôi tôm, nhãn mác, truy xuất, nguồn gốc, khoa học, công nghệ, phần mềm, dữ liệu,
máy tính, điện thoại, mạng lưới, băng thông, bưu điện, viễn thông, phát thanh, truyền hình, phóng viên, biên tập, nhà báo, tòa soạn, ấn phẩm, tạp chí, bản tin, chuyên mục, chuyên trang,
thông tin, báo cáo, thống kê, số liệu, khảo sát, điều tra, phỏng vấn, thảo luận, phát biểu, kết luận, kiến nghị, đề xuất, tham mưu, thẩm định, phê duyệt, ban hành, văn bản, quy định,
quy chế, quy trình, thủ tục, hồ sơ, một cửa, trực tuyến, công dân, khiếu nại, tố cáo, tiếp dân, hòa giải, pháp luật, tư pháp, tòa án, kiểm sát, thi hành, kỷ luật, giám sát, kiểm tra,
thanh tra, phản biện, dân chủ, công khai, minh bạch, trách nhiệm, gương mẫu, đạo đức, lối sống, tư tưởng, chính trị, lý luận, nghị quyết, chỉ thị, đường lối, chủ trương, chính sách, cương lĩnh,
điều lệ, đại hội, nhiệm kỳ, bầu cử, ứng cử, cử tri, đại biểu, quốc hội, hội đồng, ủy ban, mặt trận, công đoàn, thanh niên, thiếu nhi, cựu chiến binh, nông dân, trí thức, nghệ nhân, già làng,
trưởng bản, người có uy tín, đồng bào, dân tộc, tôn giáo, tín ngưỡng, lễ hội, phong tục, tập quán, trang phục, ẩm thực, nhạc cụ, tiếng nói, chữ viết, song ngữ, phiên dịch, quân đội, công an,
dân quân, tự vệ, huấn luyện, diễn tập, hậu phương, thương binh, liệt sĩ, nghĩa trang, tri ân, tặng quà, nhà tình nghĩa, học bổng, từ thiện, nhân đạo, chữ thập đỏ, quyên góp, ủng hộ, hỗ trợ,
vay vốn, tín dụng, ngân hàng, lãi suất, bảo hiểm, hưu trí, trợ cấp, giảm nghèo, tái định cư, quy hoạch, đất đai, sổ đỏ, đô thị, vỉa hè, chiếu sáng, cây xanh, rác thải, nước thải, khí thải,
năng lượng, thủy điện, điện gió, mặt trời, khoáng sản, mỏ đá, xi măng, gạch ngói, chế biến, đóng gói, xuất khẩu, nhập khẩu, logistics, kho bãi, sầu riêng, thanh long, bưởi da xanh, dừa sáp,
hồ tiêu, điều nhân, cao su, cà phê, ca cao, chè xanh, mắc ca, quế hồi, sa nhân, thảo quả, ngô lai, lúa nước, khoai sắn, rau hoa, nấm rơm, mật ong, trâu bò, lợn gà, vịt trời, cá hồi, cá tra`);

export const CONNECTORS = list(
  `và, của, trong, cho, với, để, về, tại, từ, theo, cùng, đã, đang, sẽ, được, các, những, một, nhiều, qua, đến, trên, bằng, nhằm, khi`,
);

export const CODE_KINDS: readonly (readonly [code: string, name: string])[] = [
  ["NQ", "Nghị quyết"],
  ["CT", "Chỉ thị"],
  ["KL", "Kết luận"],
  ["QĐ", "Quyết định"],
  ["KH", "Kế hoạch"],
  ["HD", "Hướng dẫn"],
  ["TB", "Thông báo"],
  ["QC", "Quy chế"],
];

/** Subjects of short pieces, in words that the lists above hardly have. */
export const BRIEF_TOPICS = list(`
vườn treo bán nhãn ghép, xe cứu thương miễn phí, gánh xiếc lưu động, giếng khoan giữa sa mạc cát, đàn ong mười nghìn tổ, bếp ăn nghĩa tình, cầu phao tự chế, thuyền thúng composite,
lớp bơi giá rẻ, gạo nếp nương thơm, trà shan tuyết cổ thụ, măng khô gác bếp, vịt bầu cổ lũng, lụa tơ sen, gốm đất đỏ, nón lá bài thơ, đèn lồng hội phố, trống đồng phục dựng, mộc bản kinh Phật,
đờn ca tài tử, hò kéo lưới, múa xòe vòng, khèn bè ống trúc, rối nước sân đình, tuồng cổ học đường, chim yến làm tổ, sếu đầu đỏ trở về, rùa biển đẻ trứng, voi nhà xuống núi, san hô cấy ghép,
khinh khí cầu, xe buýt điện, lò hỏa táng, trạm sạc nhanh, điểm phát sóng ngoài đảo, robot lau pin, kho lạnh di động, máy cấy mạ khay, đập tràn tháo lũ, hầm chui dân sinh, bãi đỗ ngầm`);

/** Words of short pieces, with a falling frequency. */
export const BRIEF_WORDS = list(`
buổi sáng, mái ngói, con dốc, bờ ruộng, tiếng gà, bát cháo, ấm chè, chiếc gùi, nương ngô, bản mường, vách núi, khe suối, ngọn đồi, bến nước, gốc đa, sân gạch, hiên nhà, chái bếp, khung cửi, sợi chỉ,
bàn tay, nụ cười, giọng nói, ánh mắt, dáng người, bước chân, hơi thở, giấc mơ, niềm vui, nỗi lo, câu chuyện, lời hứa, món quà, bức thư, tấm ảnh, trang vở, viên phấn, cái trống, hồi còi, tiếng loa,
chuyến xe, con tàu, mái chèo, cánh buồm, mạn thuyền, tấm lưới, mẻ cá, luồng sóng, cơn gió, trận mưa, đám mây, vệt nắng, màn sương, hạt muối, củ gừng, trái ớt, nắm rau, quả trứng, miếng thịt, bó củi,
ông cụ, bà mế, anh thợ, chị hàng, cậu bé, cô giáo, thầy lang, người lính, bác tài, chú bảo vệ, đứa cháu, đôi bạn, xóm giềng, khách lạ, dòng họ, bầy trẻ, phiên trực, ca gác, vòng tay, tuổi già`);
