/**
 * Names of the months by language, with the abbreviations that notes use (Chicago Manual of Style 10.39,
 * Bluebook T12; Duden; Lexique de l'Imprimerie nationale; Ortografía de la lengua española; GOST R 7.0.12).
 * Russian in the genitive, in which a date is said. English and German as they are capitalised.
 */
const names: readonly (readonly string[])[] = [
  ['January', 'Jan', 'Januar', 'Jänner', 'janvier', 'janv', 'enero', 'января', 'янв'],
  ['February', 'Feb', 'Februar', 'Febr', 'février', 'févr', 'febrero', 'feb', 'февраля', 'февр'],
  ['March', 'Mar', 'März', 'mars', 'marzo', 'марта'],
  ['April', 'Apr', 'avril', 'avr', 'abril', 'апреля', 'апр'],
  ['May', 'Mai', 'mai', 'mayo', 'мая'],
  ['June', 'Jun', 'Juni', 'juin', 'junio', 'июня'],
  ['July', 'Jul', 'Juli', 'juillet', 'juill', 'julio', 'июля'],
  ['August', 'Aug', 'août', 'agosto', 'августа', 'авг'],
  ['September', 'Sept', 'Sep', 'septembre', 'septiembre', 'setiembre', 'сентября', 'сент'],
  ['October', 'Oct', 'Oktober', 'Okt', 'octobre', 'octubre', 'октября', 'окт'],
  ['November', 'Nov', 'novembre', 'noviembre', 'ноября', 'нояб'],
  ['December', 'Dec', 'Dezember', 'Dez', 'décembre', 'déc', 'diciembre', 'декабря', 'дек'],
]

/** Number of a month, from 1, by its name as written or in capitals. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((spellings, index) =>
    spellings.flatMap((name) => [
      [name, index + 1] as const,
      [name.toUpperCase(), index + 1] as const,
    ]),
  ),
)

/** Days of each month, from 1; February has 29 where its year is not known. */
export const daysIn = (month: number, year?: number): number => {
  if (month === 2) return year === undefined || isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Gregorian. */
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
