/** The property of a workbook by which a sheet is known again (`id@version`). */
export const stampProperty = 'GeoArchiveSheet';
