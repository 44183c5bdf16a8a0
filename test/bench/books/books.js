// The books by name. Each takes the number of its chapters.
import { addresses } from './address-heavy.js'
import { crowded } from './crowded.js'
import { giantNotes } from './giant-notes.js'
import { long } from './long.js'
import { notesHeavy } from './notes-heavy.js'

export const books = {
  long,
  'notes-heavy': notesHeavy,
  'giant-notes': giantNotes,
  crowded,
  addresses,
}
