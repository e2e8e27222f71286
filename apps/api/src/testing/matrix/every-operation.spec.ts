import { ModulesContainer } from '@nestjs/core';
import { handlersOf } from '../../auth/handlers.js';
import { createTestApp } from '../test-app.js';
import { handlerOf } from './operation.js';
import { operations } from './operations.js';

/** What reads but is not in the matrix, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'Query.setup': 'public, about the installation',
  'Query.viewer': 'public, about oneself',
  'Query.invitation': 'public, by a secret',
  'Query.mySessions': 'about oneself: session.spec.ts',
  'Query.policyTemplates': 'the product’s own, no data of the chain',
  'Query.policyKinds': 'the product’s own schema, no data of the chain',
  'Query.previewMove': 'answers whether one may: org.spec.ts',
  'Query.previewArchive': 'answers whether one may: org.spec.ts',
  'Query.previewCoverage': 'answers whether one may: the tests of policies',
  'Query.previewOwnRules': 'answers whether one may: the tests of policies',
  'Query.previewAssignment': 'answers whether one may: the tests of policies',
  'Query.lintDirectives': 'answers about what was given: the tests of policies',
  'Query.previewExemption': 'answers whether one may: the tests of policies',
  'Query.returnReasons': 'the product’s own schema, no data of the chain',
  'Query.checkApplication': 'answers whether one may apply: the tests of after-sales',
  'HTTP HealthController.alive': 'public, no data of the chain',
  'HTTP HealthController.ready': 'public, no data of the chain',
  'HTTP HealthController.metrics': 'public, no data of the chain',
};

it('the matrix asks everything that reads data of the chain', async () => {
  const it_ = await createTestApp();
  const reading = handlersOf(it_.app.get(ModulesContainer))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('Mutation.'));
  await it_.close();
  const covered = new Set(operations.map(handlerOf));
  expect(reading.filter((name) => !covered.has(name) && !(name in elsewhere))).toEqual([]);
  expect(Object.keys(elsewhere).filter((name) => !reading.includes(name))).toEqual([]);
  expect([...covered].filter((name) => !reading.includes(name))).toEqual([]);
});
