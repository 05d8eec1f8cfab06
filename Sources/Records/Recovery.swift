import Formulas

/// What opening a journal that was not whole came to.
package enum Recovery: Hashable, Sendable {
  /// The last line was cut while being written: it was never said to be saved.
  case torn(path: String)
  /// Lines from `line` on could not be read; the whole is kept beside, under `kept`.
  case damaged(path: String, line: Int, recovered: Int, kept: String)
  /// The journal could not be read as far as the picture made from it, which was taken instead.
  case fromPicture(path: String, as: DateTime, kept: String)

  package func sentence(in language: Language) -> String {
    switch (self, language) {
    case (.torn(let path), .english):
      "\(path): the last line was cut while being written; everything saved before it is there."
    case (.torn(let path), .french):
      "\(path)\u{A0}: la dernière ligne a été coupée pendant son écriture\u{A0}; tout ce qui était"
        + " enregistré avant est là."
    case (.damaged(let path, let line, let recovered, let kept), .english):
      "\(path): damaged at line \(line). \(recovered) lines recovered; the damaged file is kept as"
        + " \(kept)."
    case (.damaged(let path, let line, let recovered, let kept), .french):
      "\(path)\u{A0}: abîmé à la ligne \(line). \(recovered) lignes retrouvées\u{A0}; le fichier"
        + " abîmé est gardé sous \(kept)."
    case (.fromPicture(let path, let moment, let kept), .english):
      "\(path): damaged. The interview was taken back from its picture, as of \(moment.date)"
        + " \(moment.time.short); the damaged file is kept as \(kept)."
    case (.fromPicture(let path, let moment, let kept), .french):
      "\(path)\u{A0}: abîmé. L’entretien a été repris de son image, telle qu’elle était le"
        + " \(moment.date) à \(moment.time.short)\u{A0}; le fichier abîmé est gardé sous \(kept)."
    }
  }
}
