export { addPicture } from './add-picture.ts'
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
export { channels, ownTextLimit, type Channel } from './channel.ts'
export type { TextCheck, Warning } from './check-text.ts'
export { closeSpeakerFeed } from './close-speaker-feed.ts'
export { templateVariables, type TemplateKind, type TemplateText } from './default-templates.ts'
export { draftForDay } from './draft-for-day.ts'
export { enterSpeakerFeed } from './enter-speaker-feed.ts'
export { findPublished } from './find-published.ts'
export { findRecording, type Recording } from './find-recording.ts'
export { findStory } from './find-story.ts'
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
export { pictureLimits, type Picture } from './picture.ts'
export { readPicture } from './read-picture.ts'
export { readProof } from './read-proof.ts'
export { readRecording } from './read-recording.ts'
export { readSetting } from './read-setting.ts'
export { readTemplates, type Template } from './read-templates.ts'
export { removePicture } from './remove-picture.ts'
export { removeRecording } from './remove-recording.ts'
export { returnBulletin } from './return-bulletin.ts'
export { rewriteBulletin } from './rewrite-bulletin.ts'
export { setAbbreviation } from './set-abbreviation.ts'
export { setChannelText } from './set-channel-text.ts'
export type { OutreachSetting, Voice } from './setting.ts'
export { submitBulletin } from './submit-bulletin.ts'
export { withdrawBulletin } from './withdraw-bulletin.ts'
export { withoutMarks } from './sms-parts.ts'
export { sentText, wordForChannel, type ChannelText } from './word-for-channel.ts'
export { writeStory } from './write-story.ts'
export { writeBulletin } from './write-bulletin.ts'
export { addSpeakerSystem } from './add-speaker-system.ts'
export { askSubscription } from './ask-subscription.ts'
export { chooseChannel } from './choose-channel.ts'
export { closeSpeakerSystem } from './close-speaker-system.ts'
export { confirmSubscription } from './confirm-subscription.ts'
export { countSubscribers } from './count-subscribers.ts'
export { endSubscription } from './end-subscription.ts'
export { forgetUnconfirmed } from './forget-unconfirmed.ts'
export { listDuePushes, type DuePush } from './list-due-pushes.ts'
export { listSendings, type SendingState } from './list-sendings.ts'
export { listSpeakerSystems } from './list-speaker-systems.ts'
export { notePush } from './note-push.ts'
export { readChannelChoices, type ChannelChoice } from './read-channel-choices.ts'
export { readSendingPlan, type PlannedSending } from './read-sending-plan.ts'
export { retryPush } from './retry-push.ts'
export {
  pageSubjectOf,
  sendingChannels,
  subjectOf,
  type Addresses,
  type SendingChannel,
} from './sending.ts'
export { settleSendings } from './settle-sendings.ts'
export type { SpeakerSystem } from './speaker-system.ts'
export { subscribeAtDesk } from './subscribe-at-desk.ts'
export type { SubscriptionChannel } from './subscription.ts'
