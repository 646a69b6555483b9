/**
 * The Vietnamese lunar calendar: new moons and solar terms by the clock of Vietnam (UTC+7), after
 * Hồ Ngọc Đức, "Thuật toán tính âm lịch" (https://www.xemamlich.uhm.vn/calrules.html), which takes
 * its astronomy from Jean Meeus, "Astronomical Algorithms" (1998). Good for 1900–2199.
 *
 * `Intl` offers the calendar `chinese`, which is reckoned by the clock of Beijing (UTC+8) and is not
 * this one: Tết was a day earlier in Vietnam in 2007 and will be in 2030, a month in 1985.
 */

const degree = Math.PI / 180
const lunation = 29.530588853
/** The Julian day of the new moon of 1 January 1900, from which new moons are numbered. */
const firstNewMoon = 2415021.076998695
const unixEpoch = 2440588

/** The day of the solar calendar that is `day` of the lunar `month` (never a leap month) of `year`. */
export function fromLunar(year: number, month: number, day: number): Temporal.PlainDate {
  const yearOfStart = month < 11 ? year - 1 : year
  const start = eleventhMonth(yearOfStart)
  let offset = (month + 1) % 12
  if (eleventhMonth(yearOfStart + 1) - start > 365 && offset >= leapMonthAfter(start)) offset += 1
  return toDate(newMoonDay(numberOfNewMoon(start) + offset) + day - 1)
}

function toDate(julianDay: number): Temporal.PlainDate {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: julianDay - unixEpoch })
}

function toJulianDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + unixEpoch
}

function numberOfNewMoon(julianDay: number): number {
  return Math.floor(0.5 + (julianDay - firstNewMoon) / lunation)
}

/** The Julian day on which the lunar month begins that holds the winter solstice of the solar year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((toJulianDay(year, 12, 31) - 2415021) / lunation)
  const day = newMoonDay(k)
  return solarTerm(day) >= 9 ? newMoonDay(k - 1) : day
}

/** In a year of thirteen months the leap month is the first that holds no principal solar term. */
function leapMonthAfter(start: number): number {
  const k = numberOfNewMoon(start)
  let month = 1
  while (solarTerm(newMoonDay(k + month)) !== solarTerm(newMoonDay(k + month + 1))) month += 1
  return month
}

/** The twelfth of its way (0–11, from the March equinox) that the sun is in as the day begins in Vietnam. */
function solarTerm(julianDay: number): number {
  const t = (julianDay - 0.5 - 7 / 24 - 2451545) / 36525
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3) * degree
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t ** 2
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly)
  const longitude = (((mean + centre) % 360) + 360) % 360
  return Math.floor(longitude / 30)
}

/** The Julian day, in Vietnam, of the k-th new moon after that of 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t ** 2) * degree)
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3) * degree
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3) * degree
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3) * degree
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun)
  const clockDrift = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return Math.floor(mean + correction - clockDrift + 0.5 + 7 / 24)
}
