type Id<Name extends string> = string & { readonly __id: Name };

/** A named line of versions in a unit's library. */
export type PolicyId = Id<'policy'>;
export type VersionId = Id<'version'>;
export type AssignmentId = Id<'assignment'>;
export type SuspensionId = Id<'suspension'>;
export type ExemptionId = Id<'exemption'>;

export const policyId = (raw: string): PolicyId => raw as PolicyId;
export const versionId = (raw: string): VersionId => raw as VersionId;
export const assignmentId = (raw: string): AssignmentId => raw as AssignmentId;
export const suspensionId = (raw: string): SuspensionId => raw as SuspensionId;
export const exemptionId = (raw: string): ExemptionId => raw as ExemptionId;
