import Formulas

extension FileList {
  /// Reads what a questionnaire says of a list's file, then the file, where it is installed.
  convenience init(_ keys: inout KeyReader, files: (String) -> [UInt8]?) {
    let file = keys.fileName("file")
    let key = keys.string("key")
    let label = keys.text("label")
    let searched = keys.strings("search")
    let shown = keys.shownColumns("show")
    let weight = keys.string("weight")
    keys.finish()
    for name in ["file", "key", "label"] where keys.object[name] == nil {
      keys.report(.missingKey(name, on: keys.owner), at: keys.object.offset)
    }
    let isSaid = key != nil && label != nil
    let table = file.flatMap { isSaid ? keys.table($0, files) : nil }
    self.init(
      file: file ?? "", key: key ?? "", label: label ?? LocalizedText(""),
      searched: searched ?? label?.all ?? [], shown: shown, weight: weight, table: table)
    if let table { keys.checkColumns(of: self, in: table) }
  }
}

extension KeyReader {
  /// A file's name, without folder: it is sought where lists are.
  fileprivate mutating func fileName(_ key: String) -> String? {
    guard let name = string(key) else { return nil }
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
      report(.badFileName(name), at: object[key]?.offset ?? object.offset)
      return nil
    }
    return name
  }

  fileprivate mutating func strings(_ key: String) -> [String]? {
    array(key)?.compactMap { value in
      if value.string == nil { report(.wrongType(key, expected: .string), at: value.offset) }
      return value.string
    }
  }

  /// Columns, alone or as `{"column": …, "label": …}`.
  fileprivate mutating func shownColumns(_ key: String) -> [FileList.Shown] {
    (array(key) ?? []).compactMap { value in
      if let column = value.string { return FileList.Shown(column: column, heading: nil) }
      guard value.members != nil else {
        report(.wrongType(key, expected: .string), at: value.offset)
        return nil
      }
      var keys = KeyReader(value, in: json, owner: owner, names: names, standing: .init())
      let column = keys.string("column")
      let heading = keys.text("label")
      keys.finish()
      if value["column"] == nil {
        keys.report(.missingKey("column", on: owner), at: value.offset)
      }
      problems += keys.problems
      return column.map { FileList.Shown(column: $0, heading: heading) }
    }
  }

  /// The file's rows; a file that is not there is only said.
  fileprivate mutating func table(_ file: String, _ files: (String) -> [UInt8]?) -> ListTable? {
    let place = object["file"]?.offset ?? object.offset
    guard let bytes = files(file) else {
      report(.noListFile(file), severity: .warning, at: place)
      return nil
    }
    do throws(ListFault) {
      return try ListTable(bytes)
    } catch {
      report(.listFile(file, error), at: place)
      return nil
    }
  }

  /// Whether every column named is there, and no two rows have the same key.
  fileprivate mutating func checkColumns(of list: FileList, in table: ListTable) {
    let named =
      [("key", [list.key]), ("label", list.label.all), ("search", list.searched)]
      + [("show", list.shown.map(\.column)), ("weight", [list.weight].compactMap(\.self))]
    for (key, columns) in named {
      for (place, column) in columns.enumerated() where table.column(column) == nil {
        let node = object[key] ?? object["label"]
        let nearest = nearestName(to: column, among: table.columns)
        report(
          .unknownColumn(column, file: list.file, nearest: nearest),
          at: node?.elements?[place].offset ?? node?.offset ?? object.offset)
      }
    }
    guard let key = table.column(list.key), let (first, second) = table.repeated(in: key) else {
      return
    }
    let fact = Problem.Fact.keyTwice(
      table.field(row: second, column: key), file: list.file, rows: [first + 1, second + 1])
    report(fact, severity: .warning, at: object["key"]?.offset ?? object.offset)
  }
}
