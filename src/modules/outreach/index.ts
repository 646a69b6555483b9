export { approveBulletin } from './approve-bulletin.ts'
export {
  approvedOf,
  latestOf,
  type AirPlan,
  type Bulletin,
  type BulletinKind,
  type BulletinText,
  type BulletinVersion,
  type Priority,
  type VersionState,
} from './bulletin.ts'
export { changeSetting } from './change-setting.ts'
export { changeTemplate } from './change-template.ts'
export { channels, type Channel } from './channel.ts'
export type { TextCheck, Warning } from './check-text.ts'
export { closeSpeakerFeed } from './close-speaker-feed.ts'
export { templateVariables, type TemplateKind, type TemplateText } from './default-templates.ts'
export { draftForDay } from './draft-for-day.ts'
export { enterSpeakerFeed } from './enter-speaker-feed.ts'
export { findPublished } from './find-published.ts'
export { findRecording, type Recording } from './find-recording.ts'
export { getBulletin } from './get-bulletin.ts'
export { keepRecording } from './keep-recording.ts'
export { listAirings, type Airing } from './list-airings.ts'
export { listBulletins } from './list-bulletins.ts'
export { listPublications, type Publication } from './list-publications.ts'
export { listPublished, type Published } from './list-published.ts'
export { listSpeakerFeeds, type SpeakerFeed } from './list-speaker-feeds.ts'
export { listToAir } from './list-to-air.ts'
export { logAiring } from './log-airing.ts'
export { markPublished } from './mark-published.ts'
export { openSpeakerFeed } from './open-speaker-feed.ts'
export { readAbbreviations } from './read-abbreviations.ts'
export { readCheck } from './read-check.ts'
export { readRecording } from './read-recording.ts'
export { readSetting } from './read-setting.ts'
export { readTemplates, type Template } from './read-templates.ts'
export { removeRecording } from './remove-recording.ts'
export { returnBulletin } from './return-bulletin.ts'
export { rewriteBulletin } from './rewrite-bulletin.ts'
export { setAbbreviation } from './set-abbreviation.ts'
export type { OutreachSetting, Voice } from './setting.ts'
export { submitBulletin } from './submit-bulletin.ts'
export { withdrawBulletin } from './withdraw-bulletin.ts'
export { withoutMarks } from './sms-parts.ts'
export { wordForChannel, type ChannelText } from './word-for-channel.ts'
export { writeBulletin } from './write-bulletin.ts'
