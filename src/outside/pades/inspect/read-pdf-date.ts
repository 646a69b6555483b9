/** `D:20261127073000+07'00'` (ISO 32000-1, 7.9.4). Without a zone it is taken as UTC. */
export function readPdfDate(said: string | undefined): Date | undefined {
  const form = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/
  const parts = form.exec(said ?? '')
  if (!parts) return undefined
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts
  const [sign = '+', zoneHour = '00', zoneMinute = '00'] = parts.slice(7)
  const zone = `${sign}${zoneHour}:${zoneMinute}`
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
