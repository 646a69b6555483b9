import { Hono } from 'hono'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { showBoard, streamBoard } from '../board/board.tsx'
import { takesFiles } from '../desk/papers/read-sent.ts'
import { partMegabytes } from '../desk/papers/take-part.ts'
import { answerPicture } from '../desk/bulletins/pictures.ts'
import type { Env } from '../env.ts'
import { booking } from './booking/booking.ts'
import { showChecklist } from './checklist.tsx'
import { showOffices } from './choose-office.tsx'
import { showDay } from './day.tsx'
import { showDays } from './days.tsx'
import { followLink } from './follow-link.ts'
import { showFigures } from './figures.tsx'
import { showHome } from './home.tsx'
import { answerCover } from './news/cover.ts'
import { answerEmbedScript, showEmbed } from './news/embed.tsx'
import { answerFeed } from './news/feeds.ts'
import { showLeaflet, showPoster } from './news/sheet.tsx'
import { showNews } from './news/show-news.tsx'
import {
  doConfirm,
  doLeave,
  doSubscribe,
  showConfirm,
  showLeave,
  showSubscribe,
} from './news/subscribe.tsx'
import { showNewsItem } from './news/show-news-item.tsx'
import { answerPlaylist, answerSpeakerList, answerSpeakerSound } from './news/speaker-feed.ts'
import { showPrivacy } from './privacy.tsx'
import { showProcedure } from './procedure.tsx'
import { showProcedures } from './procedures.tsx'
import { addCaptured, addCapturedPart, showCapture } from './capture.tsx'
import { checkPhoto, showPhotoCheck } from './try-photo.tsx'
import { answerRating, showRating } from './rate.tsx'
import { answerStop, showStop } from './stop-messages.tsx'
import { answerTrack, showTrack } from './track.tsx'
import { checkFile, takesOneFile } from './verify/check-file.tsx'
import { showIssued } from './verify/show-issued.tsx'
import { showVerify } from './verify/show-verify.tsx'
import { takeTurns } from './verify/take-turns.tsx'
import { withOffice } from './with-office.ts'

/** Everything that citizens see, without an account and without script. Addresses: `paths.ts`. */
export const publicSite = new Hono<Env>()

publicSite.use(trimTrailingSlash())
publicSite.get('/', showOffices)

const site = new Hono<Env>()
site.use(withOffice)
site.get('/', showHome)
site.get('/lich', showDays)
site.get('/lich/:id', showDay)
site.get('/thu-tuc', showProcedures)
site.get('/thu-tuc/:code', showProcedure)
site.get('/thu-tuc/:code/can-mang-gi', showChecklist)
site.get('/tra-cuu', showTrack)
site.post('/tra-cuu', answerTrack)
site.get('/danh-gia/:token', showRating)
site.post('/danh-gia/:token', answerRating)
site.get('/xem-anh', showPhotoCheck)
site.post('/xem-anh', takesFiles(26), checkPhoto)
site.get('/chup/:token', showCapture)
site.post('/chup/:token', takesFiles(80), addCaptured)
site.put('/chup/:token/gui/:key', takesFiles(partMegabytes), addCapturedPart)
site.get('/thoi-nhan/:token', showStop)
site.post('/thoi-nhan/:token', answerStop)
site.get('/xac-minh', showVerify)
site.post('/xac-minh', takeTurns, takesOneFile, checkFile)
site.get('/xac-minh/:code', showIssued)
site.post('/xac-minh/:code', takeTurns, takesOneFile, checkFile)
site.get('/so-lieu', showFigures)
site.get('/tin', showNews)
site.get('/tin.rss', answerFeed('rss'))
site.get('/tin.atom', answerFeed('atom'))
site.get('/tin.json', answerFeed('json'))
site.get('/tin/bia.jpg', answerCover)
site.get('/tin/dang-ky', (c) => showSubscribe(c))
site.post('/tin/dang-ky', doSubscribe)
site.get('/tin/dang-ky/:token', (c) => showConfirm(c))
site.post('/tin/dang-ky/:token', doConfirm)
site.get('/tin/thoi-nhan', (c) => showLeave(c))
site.post('/tin/thoi-nhan', doLeave)
site.get('/tin/:id', showNewsItem)
site.get('/tin/:id/hinh/:picture', answerPicture)
site.get('/tin/:id/to-dan', showPoster)
site.get('/tin/:id/to-roi', showLeaflet)
site.get('/nhung', showEmbed)
site.get('/nhung.js', answerEmbedScript)
site.get('/loa/:token', answerSpeakerList)
site.get('/loa/:token/danh-sach.m3u', answerPlaylist)
site.get('/loa/:token/:file', answerSpeakerSound)
site.get('/d/:code', followLink)
site.get('/quyen-rieng-tu', showPrivacy)
site.get('/bang-so', showBoard)
site.get('/bang-so/luong', streamBoard)
site.route('/', booking)

publicSite.route('/:office', site)
