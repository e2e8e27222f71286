import { DomainError } from '../../common/errors.js';
import { photoTypes } from './clean/clean-photo.js';
import { MAX_PHOTO_BYTES, MAX_PHOTOS, MAX_WAITING, type PhotoKind } from './photo-kinds.js';

const field = 'photo';

export class PhotoTypeRefused extends DomainError {
  constructor() {
    super('PHOTO_TYPE', 'A photo is a JPEG, PNG or WebP.', { field, allowed: photoTypes });
  }
}

export class PhotoUnreadable extends DomainError {
  constructor() {
    super('PHOTO_UNREADABLE', 'The file is empty or broken.', { field, allowed: photoTypes });
  }
}

export class PhotoTooLarge extends DomainError {
  constructor() {
    const most = String(MAX_PHOTO_BYTES / 1024 / 1024);
    super('PHOTO_TOO_LARGE', `A photo has at most ${most} MB.`, { field, allowed: { max: MAX_PHOTO_BYTES } });
  }
}

export class TooManyPhotos extends DomainError {
  constructor(kind: PhotoKind) {
    const most = String(MAX_PHOTOS);
    super('PHOTO_LIMIT', `A case has at most ${most} photos of a kind.`, {
      field,
      allowed: { max: MAX_PHOTOS },
      details: { kind },
    });
  }
}

export class TooManyWaiting extends DomainError {
  constructor() {
    const most = String(MAX_WAITING);
    super('PHOTO_LIMIT', `At most ${most} photos of an order wait for an application, a day at the longest.`, {
      field,
      allowed: { max: MAX_WAITING },
    });
  }
}

/** Photos are added while something can still be decided. */
export class CaseEnded extends DomainError {
  constructor() {
    super('CASE_ENDED', 'This case has ended; photos can no longer be added.');
  }
}
