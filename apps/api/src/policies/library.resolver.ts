import { templates, type KindKey } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { NotFound } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import { Json } from '../common/scalars.js';
import { PolicyKindKeyEnum } from './enums.js';
import { PolicyKindView, PolicyTemplateView } from './kind.types.js';
import { kindViews } from './kinds.js';
import { LibraryService } from './library.service.js';
import { LibraryViewService } from './library-view.service.js';
import type { PolicyVersion } from './policy.entity.js';
import type { Written } from './policy-writer.service.js';
import { AssignmentPageView, PolicyPageView, PolicyVersionView, PolicyView } from './policy.types.js';

const id = { type: () => ID };
const optional = { type: () => String, nullable: true };

@Resolver()
export class LibraryResolver {
  constructor(
    @Inject(LibraryService) private readonly library: LibraryService,
    @Inject(LibraryViewService) private readonly view: LibraryViewService,
  ) {}

  @Requires('rules.read')
  @Query(() => [PolicyKindView])
  policyKinds(): readonly PolicyKindView[] {
    return kindViews;
  }

  @Requires('policy.create')
  @Query(() => [PolicyTemplateView])
  policyTemplates(): readonly PolicyTemplateView[] {
    return templates;
  }

  @Requires('policy.read')
  @Query(() => PolicyPageView)
  policies(
    @CurrentStaff() actor: StaffActor,
    @Args('kind', { type: () => PolicyKindKeyEnum, nullable: true }) kind?: KindKey | null,
    @Args('search', optional) search?: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<PolicyPageView> {
    return this.view.list(actor, { kind, search }, page);
  }

  @Requires('policy.read')
  @Query(() => PolicyView, { nullable: true })
  policy(@CurrentStaff() actor: StaffActor, @Args('id', id) policyId: string): Promise<PolicyView | null> {
    return this.view.policy(actor, policyId);
  }

  @Requires('policy.read')
  @Query(() => PolicyVersionView, { nullable: true })
  policyVersion(
    @CurrentStaff() actor: StaffActor,
    @Args('policyId', id) policyId: string,
    @Args('number', { type: () => Int }) number: number,
  ): Promise<PolicyVersionView | null> {
    return this.view.version(actor, policyId, number);
  }

  @Requires('policy.read')
  @Query(() => AssignmentPageView, {
    description:
      'Where its versions, or one of them, are and were assigned, as far as the viewer reaches: what holds first, what is over last.',
  })
  policyAssignments(
    @CurrentStaff() actor: StaffActor,
    @Args('policyId', id) policyId: string,
    @Args('number', { type: () => Int, nullable: true }) number?: number | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<AssignmentPageView> {
    return this.view.assignments(actor, policyId, number ?? null, page);
  }

  @Requires('policy.create')
  @Mutation(() => PolicyView)
  async createPolicy(
    @CurrentStaff() actor: StaffActor,
    @Args('kind', { type: () => PolicyKindKeyEnum }) kind: KindKey,
    @Args('name') name: string,
    @Args('description', optional) description: string | null | undefined,
    @Args('ownerId', id) ownerId: string,
    @Args('template', { ...optional, description: 'An industry of policyTemplates: the first draft begins with it.' })
    template?: string | null,
  ): Promise<PolicyView> {
    const { result } = await this.library.create(actor, { kind, name, description, ownerId, template });
    return found(await this.view.policy(actor, result.id), 'policy', result.id);
  }

  @Requires('policyVersion.startDraft')
  @Mutation(() => PolicyVersionView, { description: 'From the given version, else from the newest.' })
  startDraft(
    @CurrentStaff() actor: StaffActor,
    @Args('policyId', id) policyId: string,
    @Args('fromNumber', { type: () => Int, nullable: true }) fromNumber?: number | null,
  ): Promise<PolicyVersionView> {
    return this.present(actor, this.library.startDraft(actor, policyId, fromNumber ?? null));
  }

  @Requires('policyVersion.saveDraft')
  @Mutation(() => PolicyVersionView)
  saveDraft(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) versionId: string,
    @Args('directives', { type: () => Json }) directives: unknown,
    @Args('notes', optional) notes: string | null | undefined,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PolicyVersionView> {
    return this.present(actor, this.library.saveDraft(actor, versionId, { directives, notes, version }));
  }

  @Requires('policyVersion.publish')
  @Mutation(() => PolicyVersionView, { description: 'Freezes a draft. It applies nowhere until it is assigned.' })
  publishVersion(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) versionId: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PolicyVersionView> {
    return this.present(actor, this.library.publish(actor, versionId, version));
  }

  @Requires('policyVersion.deprecate')
  @Mutation(() => PolicyVersionView)
  deprecateVersion(@CurrentStaff() actor: StaffActor, @Args('id', id) versionId: string): Promise<PolicyVersionView> {
    return this.present(actor, this.library.deprecate(actor, versionId));
  }

  @Requires('policyVersion.retire')
  @Mutation(() => PolicyVersionView, { description: 'Refused while it holds or is scheduled anywhere.' })
  retireVersion(@CurrentStaff() actor: StaffActor, @Args('id', id) versionId: string): Promise<PolicyVersionView> {
    return this.present(actor, this.library.retire(actor, versionId));
  }

  private async present(actor: StaffActor, written: Promise<Written<PolicyVersion>>): Promise<PolicyVersionView> {
    const { result } = await written;
    return found(await this.view.version(actor, result.policyId ?? '', result.number), 'version', result.id);
  }
}

function found<T>(view: T | null, what: string, recordId: string): T {
  if (view === null) throw new NotFound(what, recordId);
  return view;
}
