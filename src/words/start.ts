import { bilingual } from './bilingual.ts'

/** What the program says in the terminal when it starts, stops or cannot. */
export const start = bilingual({
  vi: {
    steps: {
      create_cluster: 'Tạo cơ sở dữ liệu lần đầu…',
      recover: 'Lần trước dừng đột ngột: khôi phục cơ sở dữ liệu…',
      migrate: 'Nâng cấp cơ sở dữ liệu…',
      national: 'Nạp danh mục toàn quốc: xã, tỉnh, thủ tục…',
      demo: 'Nạp đơn vị mẫu: Gôi, tám tháng năm 2024…',
      import: 'Nhập danh mục thủ tục…',
      backup: 'Sao lưu…',
      restore: 'Khôi phục…',
      stop: 'Đang dừng: trả lời nốt các trang đang mở, đóng cơ sở dữ liệu…',
    },
    demoRefused: 'Cơ sở dữ liệu đã có đơn vị; đơn vị mẫu chỉ nạp vào cơ sở dữ liệu trống.',
    greeting: {
      open: 'Tại Chỗ đã mở cửa. (Tại Chỗ is open.)',
      citizens: 'Bà con   ',
      officers: 'Cán bộ   ',
      demo: 'Tài khoản dùng thử (demo sign-ins): tên, mật khẩu, vai',
      stop: 'Dừng (stop): Ctrl+C',
    },
    commands: {
      serve: 'serve',
      migrate: 'migrate',
      demo: 'demo',
      office: 'office SLUG --commune CODE',
      import: 'import procedures FILE',
      backup: 'backup FILE',
      restore: 'restore FILE',
      doctor: 'doctor [--audit]',
      verify: 'verify FILE.pdf [--json]',
    },
    about: {
      serve: 'chạy Tại Chỗ',
      migrate: 'nâng cấp cơ sở dữ liệu, không chạy',
      demo: 'nạp đơn vị mẫu vào cơ sở dữ liệu trống',
      office: 'mở một Bộ phận Một cửa mới',
      import: 'nhập danh mục thủ tục quốc gia (JSONL)',
      backup: 'sao lưu toàn bộ vào một tệp',
      restore: 'khôi phục từ tệp sao lưu',
      doctor: 'khám: cài đặt, cơ sở dữ liệu, nhật ký',
      verify: 'kiểm tra chữ ký số của tệp PDF, không cần mạng',
    },
    backup: {
      external:
        'Dữ liệu nằm ở PostgreSQL của DATABASE_URL: sao lưu bằng pg_dump hoặc công cụ của máy chủ đó.',
      exists: 'Tệp đã có, không ghi đè:',
      missing: 'Không thấy tệp:',
      notEmpty: 'Thư mục dữ liệu phải trống để khôi phục, không ghi đè lên dữ liệu đang có:',
      notOurs: 'Không phải bản sao lưu của Tại Chỗ:',
    },
    doctor: {
      node: 'Node đúng bản',
      data_dir: 'Thư mục dữ liệu đọc ghi được',
      space: 'Đĩa còn chỗ (từ 1 GB)',
      storage: 'Kho tệp trả lời',
      port: 'Cổng dùng được, hoặc Tại Chỗ đang chạy',
      database: 'PostgreSQL 18 trả lời',
      migrations: 'Cơ sở dữ liệu đúng bản',
      national: 'Danh mục toàn quốc đã nạp',
      tenancy: 'Mọi bảng của đơn vị được khóa theo hàng',
      rights: 'Chương trình không sửa xóa được nhật ký',
      audit: 'Nhật ký nguyên vẹn',
      channels: 'Kênh gửi tin không cần ai kết nối lại',
      empty: 'chưa có dữ liệu; chạy npm start để tạo',
      broken: 'mắt xích hỏng đầu tiên:',
      all_well: 'Mọi thứ đều ổn.',
    },
    troubles: {
      config: 'Cài đặt chưa đúng. Sửa biến môi trường nêu dưới đây rồi chạy lại.',
      port_in_use:
        'Cổng đang có chương trình khác dùng. Tắt chương trình đó hoặc chọn cổng khác: PORT=3001 npm start',
      data_dir:
        'Không đọc hoặc ghi được thư mục dữ liệu. Sửa quyền của thư mục, hoặc chọn nơi khác: DATA_DIR=/duong/dan npm start',
      already_running:
        'Tại Chỗ đang chạy trên thư mục dữ liệu này rồi. Tắt bản đang chạy, hoặc chọn DATA_DIR khác.',
      database_down:
        'Không kết nối được cơ sở dữ liệu. Kiểm tra máy chủ PostgreSQL, địa chỉ và mật khẩu trong DATABASE_URL.',
      database_old: 'PostgreSQL quá cũ. Tại Chỗ cần bản 18 trở lên; nâng cấp máy chủ rồi chạy lại.',
      database_cluster_old:
        'Dữ liệu trong DATA_DIR do bản PostgreSQL khác tạo. Khôi phục từ bản sao lưu bằng: taicho restore',
      database_newer:
        'Cơ sở dữ liệu do bản Tại Chỗ mới hơn tạo. Cài bản mới đó rồi chạy lại; không hạ cấp.',
      database_rights:
        'Tài khoản trong DATABASE_URL thiếu quyền tạo vai trò hoặc lược đồ. Cấp CREATEROLE và quyền CREATE trên cơ sở dữ liệu.',
      migration_failed:
        'Nâng cấp cơ sở dữ liệu chưa xong; không có gì bị sửa dở. Xem lỗi dưới đây, sửa rồi chạy lại.',
      not_migrated: 'Cơ sở dữ liệu chưa được nâng cấp. Chạy: taicho migrate',
      embedded_missing:
        'Máy này chưa có PostgreSQL đi kèm. Chạy lại npm ci (không dùng --ignore-scripts), hoặc đặt DATABASE_URL.',
      database_lost:
        'PostgreSQL đi kèm đã dừng khi đang chạy. Chạy lại: dữ liệu đã lưu vẫn còn. Xem nhật ký nêu dưới đây.',
      embedded_failed: 'PostgreSQL đi kèm không chạy được. Xem nhật ký nêu dưới đây.',
    },
  },
  en: {
    backup: {
      external:
        'The data are in the PostgreSQL of DATABASE_URL: back it up with pg_dump or that server’s own tools.',
      exists: 'The file is there already and is not overwritten:',
      missing: 'No such file:',
      notEmpty: 'The data folder must be empty to restore into; nothing is overwritten:',
      notOurs: 'Not a backup of Tại Chỗ:',
    },
    doctor: {
      node: 'Node is the right version',
      data_dir: 'the data folder can be read and written',
      space: 'the disk has room (1 GB or more)',
      storage: 'the storage of files answers',
      port: 'the port is free, or the house is running',
      database: 'PostgreSQL 18 answers',
      migrations: 'the database is of this version',
      national: 'national data are loaded',
      tenancy: 'every table of an office is behind row-level security',
      rights: 'the program cannot change or delete the trail',
      audit: 'the audit trail is whole',
      channels: 'no channel waits to be connected again',
      empty: 'no data yet; npm start makes it',
      broken: 'first broken link:',
      all_well: 'All is well.',
    },
    steps: {
      create_cluster: 'creating the database',
      recover: 'the last run ended suddenly: recovering the database',
      migrate: 'upgrading the database',
      national: 'loading national data: communes, provinces, procedures',
      demo: 'loading the demo office: Gôi, eight months of 2024',
      import: 'importing procedures',
      backup: 'backing up',
      restore: 'restoring',
      stop: 'stopping: open pages are answered first, then the database closes',
    },
    demoRefused: 'There is an office in the database; the demo office only goes into an empty one.',
    greeting: {
      open: 'Tại Chỗ is open.',
      citizens: 'Citizens ',
      officers: 'Officers ',
      demo: 'Demo sign-ins: name, password, role',
      stop: 'Stop: Ctrl+C',
    },
    commands: {
      serve: 'serve',
      migrate: 'migrate',
      demo: 'demo',
      office: 'office SLUG --commune CODE',
      import: 'import procedures FILE',
      backup: 'backup FILE',
      restore: 'restore FILE',
      doctor: 'doctor [--audit]',
      verify: 'verify FILE.pdf [--json]',
    },
    about: {
      serve: 'run the house',
      migrate: 'upgrade the database only',
      demo: 'load the demo office into an empty database',
      office: 'open a new one-stop desk',
      import: 'import the national list of procedures (JSONL)',
      backup: 'back everything up into one file',
      restore: 'restore from a backup',
      doctor: 'examine settings, database and audit trail',
      verify: 'check the digital signatures of a PDF, offline',
    },
    troubles: {
      config: 'A setting is wrong. Correct the environment variable named below and start again.',
      port_in_use:
        'Another program uses this port. Stop it, or choose another one: PORT=3001 npm start',
      data_dir:
        'The data folder cannot be read or written. Correct its rights, or choose another: DATA_DIR=/a/path npm start',
      already_running:
        'Tại Chỗ is already running on this data folder. Stop that one, or choose another DATA_DIR.',
      database_down:
        'The database cannot be reached. Check the PostgreSQL server, and the address and password in DATABASE_URL.',
      database_old: 'PostgreSQL is too old. Tại Chỗ needs 18 or later; upgrade it and start again.',
      database_cluster_old:
        'The data in DATA_DIR was made by another version of PostgreSQL. Restore it from a backup: taicho restore',
      database_newer:
        'The database was made by a newer Tại Chỗ. Install that version and start again; there is no way back.',
      database_rights:
        'The account in DATABASE_URL may not create roles or schemas. Grant CREATEROLE and CREATE on the database.',
      migration_failed:
        'The database upgrade did not finish; nothing was left half-done. Read the error below, correct it, start again.',
      not_migrated: 'The database has not been upgraded. Run: taicho migrate',
      embedded_missing:
        'The bundled PostgreSQL is not here. Run npm ci again (without --ignore-scripts), or set DATABASE_URL.',
      database_lost:
        'The bundled PostgreSQL ended while running. Start again: what was stored is there. See the log named below.',
      embedded_failed: 'The bundled PostgreSQL does not start. See the log named below.',
    },
  },
})
