import { expect, it } from 'vitest'
import * as api from '../src/index.ts'

it('has these public names and no others', () => {
  expect(Object.keys(api).sort()).toEqual(['build', 'check', 'version'])
})
