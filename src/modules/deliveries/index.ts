export { mayTryAgain, type Account } from './account.ts'
export { changeChannelRule } from './change-channel-rule.ts'
export {
  channels,
  type ChannelKind,
  type Content,
  type DeliveryState,
  type Priority,
  type Purpose,
  type Recipient,
  type Subject,
} from './channel.ts'
export type { ChannelRule } from './channel-rule.ts'
export { confirmMessage } from './confirm-message.ts'
export { connectAccount, type ToConnect } from './connect-account.ts'
export { countFollowers } from './count-followers.ts'
export { disconnectAccount } from './disconnect-account.ts'
export { enqueue, type ToSend } from './enqueue.ts'
export { enqueueBroadcast, type Broadcast, type ToBroadcast } from './enqueue-broadcast.ts'
export { findCredentials } from './find-credentials.ts'
export { forgetOldDeliveries } from './forget-old-deliveries.ts'
export { giveUpMessage } from './give-up-message.ts'
export { listAccounts } from './list-accounts.ts'
export { listFollowers } from './list-followers.ts'
export { listMessages } from './list-messages.ts'
export { listOpenChannels } from './list-open-channels.ts'
export { listStuck, type Stuck } from './list-stuck.ts'
export type { DeliveryMessage } from './message.ts'
export { noteFollower, type FollowerNews } from './note-follower.ts'
export { pauseAccount } from './pause-account.ts'
export { quoteCost } from './quote-cost.ts'
export { readAccountHealth, type AccountTrouble } from './read-account-health.ts'
export { readChannelRules } from './read-channel-rules.ts'
export { readFigures, type DeliveryFigure } from './read-figures.ts'
export { readHoldUps } from './read-hold-ups.ts'
export { readOutcomes, type Outcome } from './read-outcomes.ts'
export { readProgress, type Progress } from './read-progress.ts'
export { readSent, type SentOnDay } from './read-sent.ts'
export { resumeAccount } from './resume-account.ts'
export { retryHeld } from './retry-held.ts'
export { retryMessage } from './retry-message.ts'
export { takeDeliveryReport, type DeliveryReport } from './take-delivery-report.ts'
export { takeWebhookEvent } from './take-webhook-event.ts'
export { withdraw } from './withdraw.ts'
export { deliverDue } from './worker/deliver-due.ts'
export { usualPace, type Pace } from './worker/pace.ts'
