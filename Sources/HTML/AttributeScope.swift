/// The attributes that every element takes and no other.
@usableFromInline
package enum AnyScope {}

// One scope for each group of elements that takes attributes of its own.
@usableFromInline
package enum LinkScope: TakesHref, TakesTarget, TakesDownload {}
@usableFromInline
package enum HeadLinkScope: TakesHref, TakesType, TakesMedia {}
@usableFromInline
package enum MetaScope: TakesName {}
@usableFromInline
package enum ScriptScope: TakesSource, TakesType {}
@usableFromInline
package enum SymbolScope: TakesHref, TakesSize {}
@usableFromInline
package enum DrawingScope: TakesSize {}
@usableFromInline
package enum ImageScope: TakesSource, TakesSize, TakesAlternative, TakesLoading {}
@usableFromInline
package enum SourceScope: TakesSource, TakesType, TakesMedia, TakesSize {}
@usableFromInline
package enum MediaScope: TakesSource, TakesSize, TakesPlayback {}
@usableFromInline
package enum FrameScope: TakesSource, TakesSize, TakesLoading {}
@usableFromInline
package enum TrackScope: TakesSource {}
@usableFromInline
package enum FormScope: TakesSubmission, TakesTarget, TakesName {}
@usableFromInline
package enum FieldsetScope: TakesName, TakesDisabled {}
@usableFromInline
package enum LabelScope: TakesFor {}
@usableFromInline
package enum OutputScope: TakesFor, TakesName {}
@usableFromInline
package enum InputScope: TakesName, TakesValue, TakesDisabled, TakesEntry, TakesBounds, TakesSize, TakesAlternative {}
@usableFromInline
package enum TextAreaScope: TakesName, TakesDisabled, TakesEntry {}
@usableFromInline
package enum SelectScope: TakesName, TakesDisabled, TakesEntry {}
@usableFromInline
package enum OptionScope: TakesValue, TakesDisabled {}
@usableFromInline
package enum ButtonScope: TakesName, TakesValue, TakesDisabled {}
@usableFromInline
package enum ProgressScope: TakesValue, TakesBounds {}
@usableFromInline
package enum CellScope {}
@usableFromInline
package enum ColumnScope {}
@usableFromInline
package enum ListScope {}
@usableFromInline
package enum ItemScope: TakesValue {}
@usableFromInline
package enum QuotationScope {}
@usableFromInline
package enum TimeScope {}
@usableFromInline
package enum DetailsScope: TakesName {}

// What a group of elements takes. Each has its attributes in `Attribute+*.swift`.
@usableFromInline
package protocol TakesHref {}
@usableFromInline
package protocol TakesTarget {}
@usableFromInline
package protocol TakesDownload {}
@usableFromInline
package protocol TakesType {}
@usableFromInline
package protocol TakesMedia {}
@usableFromInline
package protocol TakesSource {}
@usableFromInline
package protocol TakesSize {}
@usableFromInline
package protocol TakesAlternative {}
@usableFromInline
package protocol TakesLoading {}
@usableFromInline
package protocol TakesPlayback {}
@usableFromInline
package protocol TakesSubmission {}
@usableFromInline
package protocol TakesName {}
@usableFromInline
package protocol TakesValue {}
@usableFromInline
package protocol TakesDisabled {}
@usableFromInline
package protocol TakesEntry {}
@usableFromInline
package protocol TakesBounds {}
@usableFromInline
package protocol TakesFor {}
