import Formulas

extension FileFailure {
  var english: String {
    switch self {
    case .refused(let step, let path, let reason):
      "\(path): \(step.english): \(reason.english)."
    case .busy(let path, let by, let since):
      "Open elsewhere\(since.map { " since \($0.time.short)" } ?? "")"
        + "\(by.isEmpty ? "" : " by \(by)"). Close it there first. To look at it: barometre show"
        + " \(path.split(separator: "/").last ?? "")"
    case .newerLayout(let path, let found, let newest):
      "\(path): layout \(found) is newer than the newest this program reads (\(newest)): update"
        + " barometre. The file was left as it is."
    case .unreadable(let path):
      "\(path): this is not what barometre writes. The file was left as it is."
    case .noInterview(let id, let folder): "\(folder): no interview “\(id)”."
    case .severalInterviews(let written, let ids):
      "“\(written)” stands for several interviews: "
        + "\(ids.prefix(4).joined(separator: ", "))\(ids.count > 4 ? "…" : ".")"
    case .inTrash(let id):
      "The interview \(id) is in the trash. To take it out: barometre restore \(id)"
    case .notEnded(let id):
      "The interview \(id) was not reopened: it is neither finished nor stopped."
    case .ended(let id):
      "The interview \(id) is finished. To correct it, reopen it: barometre reopen \(id)"
    case .otherQuestionnaire(let id, let own, let other):
      "The interview \(id) is on the questionnaire “\(own)”: it cannot go to “\(other)”."
    case .noQuestionnaire(let hash, let path):
      "\(path): the questionnaire this interview was started with is missing or was changed"
        + " (SHA-256 \(hash.prefix(12))…)."
    case .sealed(let id):
      "Interview \(id) is sealed: its laptop’s passphrase opens it, or the association’s key"
        + " (--key FILE)."
    case .tampered(let path, let line):
      "\(path): line \(line) is whole, but was changed or moved since it was sealed. Nothing was"
        + " touched; put a copy of this file back."
    case .noArchive(let path):
      "\(path): no interviews there. Give a data folder (the one with “interviews” in it), or a"
        + " folder of such folders."
    case .notUnpacked(let path, let program):
      "\(path): “\(program)” could not unpack it, or is not installed. Unpack it by hand and give"
        + " the folder."
    case .alreadyThere(let path):
      "\(path): already there, and not replaced. Choose another place, or add --replace."
    case .notAnExport(let path, let entry):
      "\(path): not replaced, since “\(entry)” in it comes from no export."
    }
  }
}

extension FileFailure.Step {
  var english: String {
    switch self {
    case .createFolder: "the folder cannot be created"
    case .listFolder: "the folder cannot be listed"
    case .open: "the file cannot be opened"
    case .read: "the file cannot be read"
    case .write: "the file cannot be written"
    case .sync: "what was written did not reach the disk"
    case .rename: "the new file cannot take the old one’s place"
    case .remove: "it cannot be removed"
    case .lock: "it cannot be locked"
    }
  }
}

extension FileFailure.Reason {
  var english: String {
    switch self {
    case .full: "the disk is full"
    case .quota: "the quota of this account is used up"
    case .readOnly: "the disk is read-only"
    case .denied: "permission denied"
    case .missing: "it does not exist (was a disk unplugged?)"
    case .notAFolder: "part of the path is a file, not a folder"
    case .isAFolder: "it is a folder, not a file"
    case .device: "the disk reports an error (is it damaged or unplugged?)"
    case .tooManyOpen: "too many files are open"
    case .nameTooLong: "the name is too long"
    case .unsupported: "this disk does not support it"
    case .other(let number): "system error \(number)"
    }
  }
}
