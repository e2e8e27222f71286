import { checkAssignment } from '../change/check-assignment.js';
import { supposing } from '../change/proposal.js';
import { checkDirectives } from '../check/check-directives.js';
import { normaliseDirectives } from '../check/normalise.js';
import { kindKeys } from '../kinds/registry.js';
import { lint } from '../lint/lint.js';
import { address, chainOf, hqRules, id, version } from '../testing/chain.js';
import { industries } from './template.js';
import { templates } from './templates.js';

const chain = chainOf(hqRules({ returnAddress: { set: address } }));

describe('templates (P19)', () => {
  it('are one of each kind for every industry', () => {
    expect(templates.map(({ industry, kind }) => `${industry} ${kind}`).sort()).toEqual(
      industries.flatMap((industry) => kindKeys.map((kind) => `${industry} ${kind}`)).sort(),
    );
  });

  it.each(templates.map((template) => [template.industry, template.kind, template] as const))(
    '%s, %s: can be assigned as it is, and lint finds nothing',
    (_industry, kind, { directives }) => {
      expect(checkDirectives(kind, directives)).toEqual([]);
      expect(normaliseDirectives(kind, directives)).toEqual(directives);
      const proposal = {
        ...{ kind, nodeId: id('HQ'), track: 'library' as const, from: 10, to: null },
        version: version(kind, { ...directives, ...(kind === 'afterSalesRules' && { returnAddress: { set: address } }) }),
      };
      expect(checkAssignment(chain, proposal)).toEqual([]);
      const after = supposing(chain, proposal);
      const rules = {
        afterSalesRules: after.resolve('afterSalesRules', id('s1'), 10).values,
        returnShippingSubsidy: after.resolve('returnShippingSubsidy', id('s1'), 10).values,
        serviceScripts: after.resolve('serviceScripts', id('s1'), 10).values,
        riskLimits: after.resolve('riskLimits', id('s1'), 10).values,
      };
      expect(lint(kind, rules, { unit: 's1', market: 'CN' })).toEqual([]);
    },
  );
});
