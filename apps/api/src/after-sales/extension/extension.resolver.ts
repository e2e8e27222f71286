import { reasonClassLabels } from '@headwater/after-sales';
import type { ReasonClass } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { TreeService } from '../../tree/tree.service.js';
import { checkText, oneOf, requireText } from '../read-args.js';
import type { CaseExtension } from './case-extension.entity.js';
import type { Reach } from './extension-scope.js';
import { Extensions } from './extension.service.js';
import { CaseExtensionView, ExtensionInput, ExtensionPreviewView } from './extension.view.js';

const classes = Object.keys(reasonClassLabels) as ReasonClass[];
/** As long as its column. */
const MAX_KEY = 64;

const reachOf = ({ nodeId, reasonClass, days }: ExtensionInput): Reach => ({
  nodeId,
  reasonClass: reasonClass == null ? null : oneOf('reasonClass', reasonClass, classes),
  days,
});

/** A13: more time for all cases of a region, by HQ. */
@Resolver()
export class ExtensionResolver {
  constructor(
    @Inject(Extensions) private readonly extensions: Extensions,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  @Requires('case.extend')
  @Query(() => ExtensionPreviewView, { description: 'The dry run: nothing is changed.' })
  previewExtension(@CurrentStaff() actor: StaffActor, @Args('input') input: ExtensionInput): Promise<ExtensionPreviewView> {
    return this.extensions.preview(actor, reachOf(input));
  }

  @Requires('case.extend')
  @Query(() => CaseExtensionView)
  async caseExtension(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<CaseExtensionView> {
    return this.show(await this.extensions.get(actor, id));
  }

  @Requires('case.extend')
  @Mutation(() => CaseExtensionView, { description: 'One event a case, in batches; the same key begins it once.' })
  async extendCases(
    @CurrentStaff() actor: StaffActor,
    @Args('input') input: ExtensionInput,
    @Args('reason') reason: string,
    @Args('idempotencyKey') key: string,
  ): Promise<CaseExtensionView> {
    requireText('reason', reason);
    checkText('idempotencyKey', key, MAX_KEY);
    return this.show(await this.extensions.start(actor, { ...reachOf(input), reason, key }));
  }

  private show({ leftOut, ...row }: CaseExtension): CaseExtensionView {
    const node = this.tree.snapshot.require(row.nodeId);
    return { ...row, node, leftOut: Object.entries(leftOut).map(([why, cases]) => ({ why, cases })) };
  }
}
