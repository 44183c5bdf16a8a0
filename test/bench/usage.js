// Imported before a command: writes what its process used to the file that USAGE names.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  if (process.env.USAGE === undefined) return
  writeFileSync(process.env.USAGE, JSON.stringify(process.resourceUsage()))
})
