import type { Format } from '../core/format.ts';

const zip = async () => (await import('../zip/read.ts')).readZip;

/** Archives and packed files. */
export const archiveFormats: readonly Format[] = [
  { id: 'zip', name: 'ZIP archive', mime: 'application/zip', puid: 'x-fmt/263', extensions: ['zip', 'zipx', 'z01'], reader: zip },
  { id: 'jar', name: 'Java archive', mime: 'application/java-archive', puid: 'x-fmt/412', extensions: ['jar', 'war', 'ear'], reader: zip },
  { id: 'tar', name: 'tar archive', mime: 'application/x-tar', puid: 'x-fmt/265', extensions: ['tar', 'ova'], reader: async () => (await import('../archive/tar.ts')).readTar },
  { id: 'gzip', name: 'gzip', mime: 'application/gzip', puid: 'x-fmt/266', extensions: ['gz', 'tgz', 'svgz', 'z'], reader: async () => (await import('../archive/gzip.ts')).readGzip },
  { id: '7z', name: '7-Zip archive', mime: 'application/x-7z-compressed', puid: 'fmt/484', extensions: ['7z'], reader: async () => (await import('../archive/seven-zip.ts')).readSevenZip },
  { id: 'rar', name: 'RAR archive', mime: 'application/vnd.rar', puid: 'fmt/411', extensions: ['rar', 'r00', 'r01', 'cbr'], reader: async () => (await import('../archive/rar.ts')).readRar },
  { id: 'rar5', name: 'RAR 5 archive', mime: 'application/vnd.rar', puid: 'fmt/613', extensions: ['rar', 'cbr'], reader: async () => (await import('../archive/rar5.ts')).readRar5 },
  { id: 'bzip2', name: 'bzip2', mime: 'application/x-bzip2', puid: 'x-fmt/268', extensions: ['bz2', 'tbz2', 'tbz'] },
  { id: 'xz', name: 'xz', mime: 'application/x-xz', puid: 'fmt/1098', extensions: ['xz', 'txz'] },
  { id: 'zstd', name: 'Zstandard', mime: 'application/zstd', extensions: ['zst', 'tzst'] },
  { id: 'lz4', name: 'LZ4 frame', mime: 'application/x-lz4', extensions: ['lz4'] },
  { id: 'compress', name: 'Unix compress', mime: 'application/x-compress', extensions: ['z'] },
  { id: 'cab', name: 'Windows cabinet', mime: 'application/vnd.ms-cab-compressed', puid: 'x-fmt/414', extensions: ['cab'] },
  { id: 'cpio', name: 'cpio archive', mime: 'application/x-cpio', extensions: ['cpio'] },
  { id: 'ar', name: 'ar archive', mime: 'application/x-archive', extensions: ['ar', 'a', 'deb', 'lib'] },
  { id: 'lha', name: 'LHA archive', mime: 'application/x-lzh-compressed', puid: 'fmt/626', extensions: ['lzh', 'lha'] },
  { id: 'arj', name: 'ARJ archive', mime: 'application/x-arj', puid: 'fmt/610', extensions: ['arj'] },
  { id: 'xar', name: 'XAR archive', mime: 'application/x-xar', puid: 'fmt/600', extensions: ['xar', 'pkg'] },
];
