import { DomainError } from '../common/errors.js';

/** The mapping profile cannot be used; nothing was read. */
export class ProfileInvalid extends DomainError {
  constructor(profile: string, message: string) {
    super('PROFILE_INVALID', `The mapping profile ${profile} cannot be used: ${message}`, { field: 'mapping' });
  }
}

/** The file as a whole cannot be read by this profile; nothing went in. */
export class FileInvalid extends DomainError {
  constructor(file: string, message: string, allowed?: unknown) {
    super('FILE_INVALID', `${file} cannot be imported: ${message}`, { field: 'file', allowed });
  }
}
