export { annulCopy } from './annul-copy.ts'
export { approveCopies, type Approved } from './approve-copies.ts'
export { askForCopy, type AskedCopy } from './ask-for-copy.ts'
export type { Book, BookTotals } from './book.ts'
export { entryFields, valueOf, type BookRow, type Correction, type EntryField } from './book-row.ts'
export { bookColumns, bookToXlsx, noteOf } from './book-to-xlsx.ts'
export { changeSetting } from './change-setting.ts'
export { changeStatementTemplate } from './change-statement-template.ts'
export { closeBook } from './close-book.ts'
export { closeOverBooks } from './close-over-books.ts'
export { openComposer, type Composer } from './compose/open-composer.ts'
export type { ComposingCtx } from './composing-ctx.ts'
export {
  copyCan,
  needAnswers,
  type Copy,
  type CopyAction,
  type CopyState,
  type Deed,
  type Delivery,
  type Medium,
  type NeedAnswer,
  type PaymentWay,
} from './copy.ts'
export { correctEntry } from './correct-entry.ts'
export { deliverCopy, type Payment } from './deliver-copy.ts'
export {
  exemptForeignPapers,
  judgeOriginal,
  originalQuestions,
  type OriginalAnswers,
  type OriginalQuestion,
} from './eligibility.ts'
export type { Elsewhere, OtherSigner, OtherSystem } from './elsewhere.ts'
export { findIssued } from './find-issued.ts'
export { findIssuedBySha256 } from './find-issued-by-sha256.ts'
export { getCopy } from './get-copy.ts'
export type { Issued } from './issued.ts'
export { listBooks } from './list-books.ts'
export { listCertificationAddresses } from './list-certification-addresses.ts'
export { listCopies } from './list-copies.ts'
export { listElsewhere } from './list-elsewhere.ts'
export { listNeedRules, type NeedRule } from './list-need-rules.ts'
export { listStatementTemplates } from './list-statement-templates.ts'
export { listStuckCopies, type StuckCopy } from './list-stuck-copies.ts'
export { listTariffs } from './list-tariffs.ts'
export { logCheck } from './log-check.ts'
export { markCompared } from './mark-compared.ts'
export type { Need } from './need.ts'
export { previewCopy } from './preview-copy.ts'
export { previewStatement } from './preview-statement.ts'
export { readBook, type WholeBook } from './read-book.ts'
export { readCashDay, type CashRow } from './read-cash-day.ts'
export { readCopyFile } from './read-copy-file.ts'
export { readDraftStatement } from './read-draft-statement.ts'
export { readElsewhereFile } from './read-elsewhere-file.ts'
export { readNeed } from './read-need.ts'
export { readPaperStatement } from './read-paper-statement.ts'
export { readSetting } from './read-setting.ts'
export { readStatementTemplate, type StatementTemplate } from './read-statement-template.ts'
export { readTariff } from './read-tariff.ts'
export { registerElsewhere, type NewElsewhere } from './register-elsewhere.ts'
export { resumeCopies } from './resume-copies.ts'
export { returnCopy } from './return-copy.ts'
export { revokeCopy } from './revoke-copy.ts'
export { setNeedRule } from './set-need-rule.ts'
export type { Setting } from './setting.ts'
export { setTariff } from './set-tariff.ts'
export { settleCopies } from './settle-copies.ts'
export { statementVariables, type StatementVariable } from './statement-template.ts'
export type { Statement } from './statement.ts'
export { feeOfCopy, shippedTariff, type Tariff } from './tariff.ts'
