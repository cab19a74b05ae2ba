"""The words beside a number that tell whether it is one to call: calling words, labels, units.

Vietnamese and English; Vietnamese words count with their marks and, where that is not another common
word, without. Words of one site belong to its data files, not here.
"""

from ....facts.slug import unaccented

# Unmarked forms that are other common words; only their marked forms count.
AMBIGUOUS = {"bao", "con", "co", "cho", "tu", "la", "so", "nam", "may", "to", "ban", "do", "tre", "thay", "em",
             "anh", "chi", "ho", "vu", "ca", "muc", "phan", "ty", "ti", "don", "bai", "cau", "dau", "nha", "bo",
             "tin", "loai", "diem", "ap", "lan", "len", "dat", "vien", "ngay", "chu", "ben", "tam", "xa", "quan", "dieu",
             "dem", "mon", "tiet", "cap", "vong", "mau", "buoi", "lo", "ao", "toa", "san", "thua"}


def _words(text: str) -> frozenset[str]:
    """Returns the words of a text, phrases joined by `_`, each also without marks where that is safe."""
    marked = [word.replace("_", " ") for word in text.split()]
    return frozenset([*marked, *(bare for word in marked if (bare := unaccented(word)) not in AMBIGUOUS)])


# Verbs and nouns after which a number is one to call, whatever follows it.
CALLING = _words(
    "gọi gọi_điện gọi_số alo a_lô quay_số bấm_số bấm nhắn nhắn_tin nhấn_số tổng_đài đường_dây đường_dây_nóng đầu_số "
    "số_điện_thoại số_máy số_gọi số_nóng số_khẩn_cấp số_cấp_cứu số_tổng_đài số_hotline sđt đt điện_thoại liên_hệ "
    "liên_lạc cầu_cứu kêu_cứu hotline hotlines hot_line helpline helplines call calling called dial dials "
    "dialling dialing ring phone phones telephone tel sms whatsapp viber zalo emergency_number phone_number")
# Words that also have another meaning: a unit behind the number clears them.
MAYBE_CALLING = _words(
    "số báo trình_báo tố_giác nhờ gửi công_an cảnh_sát cấp_cứu cứu_hoả cứu_hỏa cứu_nạn cứu_hộ di_động máy_lẻ fax telegram "
    "messenger number no line text texts message mobile cell contact reach police ambulance fire mã_số") | {"so"}
NOT_CALLING = _words("cuộc_gọi tên_gọi kêu_gọi lời_gọi phone_call the_call")
PREFIXES = _words("đầu_số mã_vùng prefix prefixes beginning_with starting_with begin_with start_with bắt_đầu_bằng")
SERVICES = _words("text texts gửi gui sms công_an cảnh_sát cấp_cứu cứu_hoả cứu_hỏa cứu_nạn cứu_hộ police ambulance fire")
VERBS = _words("gọi gọi_điện gọi_số alo quay_số bấm_số bấm nhắn nhắn_tin nhấn_số call dial ring sms")
FILLERS = _words(
    "phím ngay lập_tức luôn cho tới đến về vào qua lên theo số máy điện_thoại nóng miễn miễn_phí khẩn_cấp quốc_gia bảo_vệ trẻ_em "
    "trẻ em là với nhé nhanh gấp sau đây của chúng_tôi này và hoặc hay the our this us me him them on at to for is now "
    "number line hotline helpline free child children police emergency protection national and or also either") | {
    "so", "may", "cho", "la", "len", "em", "tre", "or"}
LINES = _words("tổng_đài đường_dây_nóng hotline hotlines helpline helplines đầu_số số_điện_thoại sđt")
PRESSING = _words("nhấn ấn bấm press tap push hit type")
KEYS = _words("số phím nút the key number digit button") | {"so"}
TOWARDS = _words("số tới đến cho to at on") | {"so"}
# Words of services and of reaching them: where one stands, a number is no list item and no house.
OFFERS = CALLING | (MAYBE_CALLING - {"số", "so", "no", "line", "number", "text", "texts", "reach", "gửi", "gui"}) | SERVICES | _words(
    "bảo_vệ trẻ_em miễn_phí khẩn_cấp phản_ứng_nhanh trực_ban tư_vấn free emergency child children rescue help")
NOT_OFFERS = NOT_CALLING | _words("tin_nhắn báo_cáo báo_chí điện_thoại máy_tính")
# Nouns behind a number that make it one to call: "119 là tổng đài …".
CALLED = _words("tổng_đài đường_dây hotline helpline số_điện_thoại số_khẩn_cấp số_nóng số_cấp_cứu phone_number "
                "emergency_number the_number để_gọi khi_gọi khi_cần")
# What a number numbers: an article, a page, a room. "số" may stand between ("Quyết định số 113").
LABELS = _words(
    "điều khoản chương mục phần trang tr bản bài câu câu_hỏi bảng hình phụ_lục tập kỳ phòng tầng ngõ ngách hẻm quốc_lộ "
    "tỉnh_lộ nghị_định nghị_quyết thông_tư quyết_định luật pháp_lệnh công_văn chỉ_thị kế_hoạch văn_bản tờ_trình "
    "bệnh_viện nhân_dân số_nhà nhà_số tuyến xe_buýt phiên_bản bản_số python hạng thứ_hạng mã_lỗi lỗi biểu_mẫu mẫu "
    "article articles art arts section sections sec clause paragraph para chapter chapters page pages pp table figure "
    "fig room floor building road route highway bus flight seat decree decrees resolution resolutions circular law act "
    "directive decision question questions item lesson unit step steps version v rfc iso wcag isbn issn doi rule rules "
    "penal_code civil_code criminal_code bộ_luật document error port form annex appendix bước điểm lớp khối hospital issue đề_án chương_trình dự_án chuyên_án công_ước bài_viết bài_báo arxiv p "
    "hiệp_định tcvn qcvn "
    "convention protocol programme thứ thứ_tự kỳ_họp khoá khóa huyết_áp nhịp_tim iq tiểu_đoàn trung_đoàn sư_đoàn "
    "toà_nhà tòa_nhà toà tòa lô sân sân_bóng chung_cư căn_hộ cầu_thủ áo thửa ki_ốt quy_tắc nguyên_tắc công_thức tỉ_lệ tỷ_lệ tỉ_số tỷ_số "
    "vol volume đội_hình ratio score formula "
    "lữ_đoàn chuyến chuyến_bay mã_vùng mã_nước mã_quốc_gia area_code country_code prefix mkdocs android windows ios "
    "node java pull_request vấn_đề năm year") - {"nam"}
NOT_LABELS = _words("tài_khoản chuyển_khoản")
PLACES = _words("địa_chỉ trụ_sở tại ở nhà phố đường address street")
STREETS = frozenset("street st road rd avenue ave lane boulevard square".split())
DISTRICTS = _words("phường quận huyện xã thị_trấn thành_phố thành tỉnh tp p q tx district ward city")
# Words before an amount.
AMOUNTS = _words(
    "hơn gần khoảng chừng ước ước_tính đạt tăng giảm lên_đến lên_tới tăng_lên giảm_xuống xuống tổng_cộng ít_nhất "
    "tối_đa tối_thiểu không_quá con_số tổng_số trong_số over about around nearly almost approximately roughly exceeded "
    "totalled totaled rose_to fell_to grew_to dropped_to increased_to up_to at_least at_most more_than fewer_than "
    "less_than most_of usd vnd eur count_to counted_to đếm_đến đếm_tới") | {"~", "≈", "$", "€", "£", "₫"}
UNITS = _words(
    "trường trường_học điểm_trường lớp lớp_học em học_sinh sinh_viên học_viên giáo_viên phụ_huynh thầy_cô thầy trẻ "
    "trẻ_em cháu bạn người vụ vụ_việc vụ_án ca trường_hợp năm tháng tuần ngày đêm giờ phút giây tuổi triệu tỷ tỉ nghìn "
    "ngàn đồng vnđ vnd usd đô phần_trăm phần lượt cuộc cuộc_gọi điều chương trang bài câu bước nước quốc_gia tỉnh "
    "tỉnh_thành thành_phố xã phường thôn huyện điểm nhóm thành_viên cán_bộ chiến_sĩ chuyên_gia đơn đơn_vị tổ_chức "
    "doanh_nghiệp cơ_sở cơ_quan tài_khoản video ảnh bức tấm tin tin_nhắn ký_tự tiếng từ_khoá từ_khóa dòng mục phòng "
    "mét cây_số lít lần đợt giải bộ cuốn quyển tờ chiếc cái cặp loại kiểu cách thủ_đoạn dấu_hiệu website trang_mạng "
    "đường_link liên_kết nội_dung báo_cáo yêu_cầu đề_nghị sự_cố tình_huống nạn_nhân đối_tượng bị_cáo hộ gia_đình buổi "
    "khoá khóa tiết môn tình_nguyện_viên đại_biểu quận ghế xe bên phụ_nữ nam_sinh nữ_sinh nữ bác_sĩ bệnh_nhân khách "
    "bé hội_viên đoàn_viên ứng_dụng nền_tảng trò_chơi tội_danh khoản bản bình_luận chia_sẻ ý_kiến phản_hồi lời_mời mẫu từ_ngữ chữ chữ_số vòng hồ_sơ "
    "km kg g cm mm m ml l mb kb gb tb hz khz mhz px pt ms s h k tr")
UNITS_EN = frozenset(
    "people person persons children child pupils pupil students student schools school cases case classes class words "
    "word characters character pages page days day hours hour minutes minute seconds second months month years year "
    "weeks week nights times countries country states parties provinces province cities city wards communes districts "
    "villages articles chapters points percent per million billion thousand hundred teachers parents families girls "
    "boys women men victims reports calls messages images pictures photos videos accounts posts views visits sites "
    "websites links experts volunteers participants members officers organisations organizations companies platforms "
    "questions items steps lessons sentences lines bytes kb mb gb metres meters kilometres kilometers km kg dong "
    "dollars euros pounds usd vnd respondents adults teenagers teens youths users viewers followers groups centres "
    "centers houses households rooms seats buses incidents offences offenses complaints requests arrests suspects "
    "officials delegates languages books copies posters leaflets sessions workshops events activities signatories "
    "friends neighbours neighbors classmates relatives cents old units sets kinds types ways signs kids babies "
    "patients doctors nurses attendees learners games apps "
    "degrees meetings votes points places locations campuses".split())
# Between a number and its unit there may be an adjective, but none of these.
NOT_ADJECTIVES = frozenset(
    "to for if when and or is are was were will can could should must the a an in on at now then so but not please "
    "with from by of as always answers helps takes works means this that it you your they we who which only free "
    "before after until because while also".split())
# After a calling word and two digits, such a word says that they are what to call, and counts nothing.
ENDING = (FILLERS | NOT_ADJECTIVES | _words("để nếu khi thì mà rồi xong hỏi gặp báo")) - {"số", "so", "number", "máy", "may"}
ACCOUNTS = _words("stk số_tài_khoản tài_khoản tk account account_number bank_account")
IDENTITY = _words("cccd cmnd cmt căn_cước chứng_minh_nhân_dân định_danh hộ_chiếu passport identity_card id_card id_number "
                  "mã_định_danh citizen_id")
# English words that stand alone behind the name of an app and are nobody's handle.
SAID_OF_APPS = frozenset(
    "settings setting privacy message messages messaging restrict restricted support security safety community account accounts "
    "profile profiles friends friend followers follower follow unfollow request requests report reports reported reporting block "
    "blocked blocking delete deleted remove removed comment comments stories groups videos photos calls groups channels channel "
    "channels login logout password passwords download upload update updates search public private family parents children "
    "teenagers adults students everyone nobody someone anyone strangers scammers unknown nothing please thanks videos livestream "
    "feedback contact contacts notification notifications verified unverified impersonation harassment bullying screenshot "
    "servers server bots spam links link emoji stickers streaming gaming payments purchases filters controls avatar avatars password "
    "usernames nicknames threads reels shorts timeline newsfeed marketplace dating gifts coins wallet crypto gambling "
    "screenshots available unavailable online offline forbidden allowed required optional desktop mobile android website".split())
