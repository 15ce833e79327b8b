/** Where the stacks are said to be deployed; the values of the pseudo parameters. */
export type Place = { region: string; account: string; partition: string; urlSuffix: string };

export const LOCAL_PLACE: Place = {
  region: 'ap-southeast-1',
  account: '000000000000',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
};

export const arn = (place: Place, service: string, resource: string): string =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;
