/**
 * CloudFront runs this before it looks at its cache. Paths without a dot are pages of the site's own router and get
 * `index.html` (an error-page rule would do the same to the API's 404). Callers outside the ranges get 403.
 */
const functions = {
  spa: `
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') < 0) request.uri = '/index.html';`,
  allow: (ranges: readonly string[]) => `
  if (!inside(event.viewer.ip, ${JSON.stringify(ranges)}))
    return { statusCode: 403, statusDescription: 'Forbidden' };`,
};

const helpers = `
function number(ip) {
  var parts = ip.split('.');
  if (parts.length !== 4) return -1;
  return ((+parts[0] * 256 + +parts[1]) * 256 + +parts[2]) * 256 + +parts[3];
}
function inside(ip, ranges) {
  var address = number(ip);
  if (address < 0) return false;
  return ranges.some(function (range) {
    var split = range.split('/');
    var size = Math.pow(2, 32 - +split[1]);
    return Math.floor(address / size) === Math.floor(number(split[0]) / size);
  });
}`;

/** The code of a viewer-request function for the site (`spa`) or its API, limited to IPv4 ranges when given. */
export function viewerRequest(options: { spa: boolean; ranges?: readonly string[] | undefined }): string {
  return `${options.ranges ? helpers : ''}
function handler(event) {
  var request = event.request;${options.ranges ? functions.allow(options.ranges) : ''}${options.spa ? functions.spa : ''}
  return request;
}
`.trimStart();
}
