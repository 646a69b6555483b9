import { explainStart, StartError } from '#src/base/start-error.ts'
import { commands, usage } from '#src/cli/commands.ts'

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name as keyof typeof commands]

if (!command) {
  process.stderr.write(usage())
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2
} else {
  try {
    process.exitCode = await command.run(args)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`${explainStart(error)}\n`)
    process.exitCode = 1
  }
}
