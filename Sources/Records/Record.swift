import Formulas
import Interviews

/// One stored interview: what was fixed, how it went, what it holds.
package struct Record: Sendable {
  package let head: RecordHead
  package var course: Course
  package var interview: Interview

  package init(head: RecordHead, course: Course, interview: Interview) {
    self.head = head
    self.course = course
    self.interview = interview
  }
}
