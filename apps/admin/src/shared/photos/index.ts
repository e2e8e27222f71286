export { PhotoUpload } from './PhotoUpload';
export { usePhotoUpload } from './usePhotoUpload';
