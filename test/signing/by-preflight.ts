import { spawnSync } from 'node:child_process'

const jars = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
]

/** Whether Apache PDFBox Preflight (Debian `libpdfbox2-java`) takes a file as PDF/A-1b; throws what it found. */
export function saysArchive(file: string): true {
  const path = jars.map((name) => `/usr/share/java/${name}.jar`).join(':')
  const args = ['-cp', path, 'org.apache.pdfbox.preflight.Validator_A1b', file]
  const { stdout, stderr } = spawnSync('java', args, { encoding: 'utf8' })
  if (stdout.includes('is a valid PDF/A-1b file')) return true
  throw new Error(stdout || stderr)
}
