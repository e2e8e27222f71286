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
  'Query.previewReschedule': 'answers whether one may: the tests of policies',
  'Query.directiveProblems': 'answers about what was given: the tests of policies',
  'Query.lintDirectives': 'answers about what was given: the tests of policies',
  'Query.previewExemption': 'answers whether one may: the tests of policies',
  'Query.previewTurn': 'answers whether one may: calendar.spec.ts',
  'Query.previewCancelAssignment': 'answers whether one may: assignment.spec.ts',
  'Query.previewSuspension': 'answers whether one may: coverage.spec.ts',
  'Query.previewResumption': 'answers whether one may: coverage.spec.ts',
  'Query.previewExemptionRevoke': 'answers whether one may: exemption.spec.ts',
  'Query.previewCancelChangeSet': 'answers whether one may: change-set.spec.ts',
  'Query.adjustedValues': 'where the viewer reaches: adjusted.spec.ts',
  'Query.previewBulk': 'answers what would be done to one’s own cases: bulk.spec.ts',
  'Query.savedViews': 'one’s own, and those of one’s units: saved-view.spec.ts',
  'Subscription.caseChanged': 'hints within the viewer’s scope: case-feed.spec.ts',
  'Query.previewExtension': 'answers whether one may: extension.spec.ts',
  'Query.caseExtension': 'of who may extend at its unit: extension.spec.ts',
  'Query.previewSelection': 'answers what an action would reach: jobs.spec.ts',
  'Query.jobs': 'of whoever began it, or oversees its unit: jobs.spec.ts',
  'Query.job': 'of whoever began it, or oversees its unit: jobs.spec.ts',
  'Query.jobRows': 'of whoever began it, or oversees its unit: jobs.spec.ts',
  'Query.previewStartRollout': 'answers whether one may: the tests of rollouts',
  'Query.previewRollout': 'answers whether one may: the tests of rollouts',
  'Query.returnReasons': 'the product’s own schema, no data of the chain',
  'Query.overruledRules': 'counts of who may read them at their units: overrule.spec.ts',
  'Query.closedDays': 'of who keeps the calendar at its unit: closed-days.spec.ts',
  'Query.statutoryHolidays': 'the product’s own, no data of the chain',
  'Query.monthClose': 'of who closes the chain’s months at HQ: month-close.spec.ts',
  'Query.bills': 'of who reads the chain’s bills at HQ: bills.spec.ts',
  'Query.bill': 'of who reads the chain’s bills at HQ: bills.spec.ts',
  'Query.billLines': 'of who reads the chain’s bills at HQ: bills.spec.ts',
  'Query.billProblems': 'of who reads the chain’s bills at HQ: bills.spec.ts',
  'Query.billWithin': 'of who reads the chain’s bills at HQ: bills.spec.ts',
  'Query.billPosting': 'of who reads the chain’s bills at HQ: bills.spec.ts',
  'Query.billProfiles': 'the product’s own, no data of the chain',
  'HTTP BillUploadController.add': 'writes: bills.spec.ts',
  'Query.priceCards': 'of who reads the chain’s bills at HQ: price-cards.spec.ts',
  'Query.priceCard': 'of who reads the chain’s bills at HQ: price-cards.spec.ts',
  'Query.priceCardProfiles': 'the product’s own, no data of the chain',
  'HTTP PriceCardUploadController.add': 'writes: price-cards.spec.ts',
  'Query.previewClosedDays': 'answers whether one may: closed-days.spec.ts',
  'Query.previewRemoveClosedDay': 'answers whether one may: closed-days.spec.ts',
  'Query.reasonFreight': 'answers about an order that one may read: reason-freight.spec.ts',
  'Query.checkApplication': 'answers whether one may apply: the tests of after-sales',
  'HTTP PhotoController.addToCase': 'writes: photos.spec.ts',
  'HTTP PhotoController.addToOrder': 'writes: photos.spec.ts',
  'HTTP PhotoController.addToDropIn': 'writes: replacement-story.spec.ts',
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
