import Formulas

/// What is fixed when an interview starts.
package struct Start: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case interview
    case simulated
    case training
    case imported
  }

  package enum Mode: String, CaseIterable, Hashable, Sendable {
    case faceToFace = "face_to_face"
    case telephone
    case video
    case selfCompleted = "self"
  }

  /// A UUID, in lower case.
  package let id: String
  /// What the person withdraws with: ten characters and two hyphens.
  package let code: String
  package let kind: Kind
  package let mode: Mode
  /// SHA-256 of the questionnaire's bytes, 64 hexadecimal digits.
  package let questionnaireHash: String
  package let interviewer: String
  /// Also what `now()` and `today()` read, throughout.
  package let started: DateTime
  /// A questionnaire's language code.
  package let language: String

  package init(
    id: String, code: String, kind: Kind = .interview, mode: Mode = .faceToFace,
    questionnaireHash: String, interviewer: String, started: DateTime, language: String
  ) {
    self.id = id
    self.code = code
    self.kind = kind
    self.mode = mode
    self.questionnaireHash = questionnaireHash
    self.interviewer = interviewer
    self.started = started
    self.language = language
  }
}
