/// What forms are made of: lines of text, choices and switches, the rows that show them, and the
/// parts of a form that more than one feature has: data, training, recording, settings of a method.
///
/// Holds view models without controls, and [coretuning.ui.form.FormGrid], which makes rows of
/// controls of them. Checks nothing by itself: every rule is that of the records in `spec`, whose
/// messages are shown beside the field. Holds no whole form: that is a feature's. May import `spec`
/// and `ui.support`.
@NullMarked
package coretuning.ui.form;

import org.jspecify.annotations.NullMarked;
