import { expect, it } from 'vitest'
import { datesIn } from '../../src/notes/dates.ts'

it.each<[string, string[]]>([
  ['(Dec. 4, 2020)', ['2020-12-04']],
  ['4 December 2020, again December 4, 2020', ['2020-12-04']],
  ['on the 31st of May 2017; Sept. 2019', ['2017-05-31', '2019-09']],
  ['2020-12-04 and 2020-13-04', ['2020-12-04']],
  ['February 30, 2020', []],
  ['in 2020, 4/12/2020, 2019-2022, pp. 2020-12', []],
  ['Mayor 2020, Decision 2020, 104 May 2020x', []],
  ['12020-12-04, 2020-12-041', []],
])('finds the dates of %j', (text, expected) => {
  expect(datesIn(text)).toEqual(expected)
})
