import type { Condition } from './tags.ts';

/** The rules by which OpenStreetMap becomes layers, as tables. The first row that fits is taken. Numbers are parameters (data/parameters/osm.json). */
export interface BuildingUse {
  use: string;
  when: Condition;
  /** GB 50137 code of the land use that the demand rule reads. */
  landUse: string;
  levels: string;
  /** Parameter with the share of the floor area that is homes; null where nobody lives. */
  residential: string | null;
  /** The tag says only that it is a building: its use is assumed. */
  assumed?: boolean;
}

/** Buildings in which nobody lives, works or shelters, or that are not there yet. */
export const NO_DEMAND = ['roof', 'shed', 'greenhouse', 'garage', 'garages', 'carport', 'parking', 'construction', 'ruins', 'hut', 'service', 'transformer_tower', 'storage_tank', 'silo', 'bunker', 'bridge', 'kiosk', 'toilets', 'no'];

const row = (use: string, landUse: string, levels: string, residential: string | null, when: Condition): BuildingUse => ({ use, when, landUse, levels, residential });
const none = null;
export const BUILDING_USES: readonly BuildingUse[] = [
  row('hospital', 'A5', 'levelsPublic', none, { amenity: ['hospital', 'clinic'] }),
  row('hospital', 'A5', 'levelsPublic', none, { building: ['hospital', 'clinic'] }),
  row('school', 'A33', 'levelsPublic', none, { amenity: ['school', 'kindergarten', 'college', 'university'] }),
  row('school', 'A33', 'levelsPublic', none, { building: ['school', 'kindergarten', 'college', 'university'] }),
  row('worship', 'A9', 'levelsHall', none, { amenity: ['place_of_worship'] }),
  row('worship', 'A9', 'levelsHall', none, { building: ['church', 'chapel', 'cathedral', 'mosque', 'temple', 'synagogue', 'shrine', 'monastery', 'religious'] }),
  row('government', 'A1', 'levelsPublic', none, { amenity: ['townhall', 'courthouse', 'police', 'fire_station', 'prison', 'embassy', 'post_office'] }),
  row('government', 'A1', 'levelsPublic', none, { office: ['government', 'diplomatic'] }),
  row('culture', 'A2', 'levelsPublic', none, { tourism: ['museum', 'gallery'] }),
  row('culture', 'A2', 'levelsPublic', none, { amenity: ['theatre', 'arts_centre', 'library', 'community_centre', 'conference_centre', 'exhibition_centre'] }),
  row('sport', 'A4', 'levelsHall', none, { building: ['stadium', 'sports_hall', 'sports_centre', 'grandstand', 'pavilion'] }),
  row('hotel', 'B14', 'levelsCommercial', none, { tourism: ['hotel', 'hostel', 'guest_house', 'motel'] }),
  row('hotel', 'B14', 'levelsCommercial', none, { building: ['hotel'] }),
  row('leisure', 'B3', 'levelsCommercial', none, { amenity: ['casino', 'cinema', 'nightclub', 'restaurant', 'cafe', 'bar', 'fast_food', 'pub'] }),
  row('retail', 'B1', 'levelsCommercial', none, { building: ['retail', 'supermarket', 'commercial', 'mall', 'kiosk'] }),
  row('retail', 'B1', 'levelsHall', none, { amenity: ['marketplace', 'fuel'] }),
  row('office', 'B2', 'levelsCommercial', none, { building: ['office'] }),
  row('office', 'B2', 'levelsCommercial', none, { office: ['*'], building: ['yes'] }),
  row('public', 'A1', 'levelsPublic', none, { building: ['public', 'civic', 'government', 'fire_station', 'military'] }),
  row('culture', 'A7', 'levelsPublic', none, { building: ['castle', 'palace'] }),
  row('transport', 'S3', 'levelsHall', none, { building: ['train_station', 'transportation', 'railway', 'hangar'] }),
  row('industry', 'M1', 'levelsHall', none, { building: ['industrial', 'manufacture', 'warehouse', 'factory', 'storage'] }),
  row('house', 'R1', 'levelsHouse', 'residentialShareHouse', { building: ['house', 'detached', 'semidetached_house', 'bungalow', 'villa', 'terrace', 'farm', 'cabin'] }),
  row('apartments', 'R2', 'levelsApartments', 'residentialShareApartments', { building: ['apartments', 'residential', 'dormitory', 'tower'] }),
  { ...row('unknown', 'R2', 'levelsUnknown', 'residentialShareUnknown', { building: ['*'] }), assumed: true },
];

export interface ParkingKind {
  kind: 'lot' | 'garage' | 'on-street' | 'basement' | null;
  when: Condition;
  stalls: string;
  areaPerStall: string;
  /** Whether the ground plan is stacked. */
  stacked: boolean;
}
const parking = (kind: ParkingKind['kind'], stalls: string, areaPerStall: string, stacked: boolean, when: Condition): ParkingKind => ({ kind, when, stalls, areaPerStall, stacked });
export const PARKING_KINDS: readonly ParkingKind[] = [
  parking('basement', 'stallsBasement', 'areaPerStallGarage', true, { parking: ['underground'] }),
  parking('garage', 'stallsGarage', 'areaPerStallGarage', true, { parking: ['multi-storey', 'garage_boxes', 'carports', 'sheds'] }),
  parking('garage', 'stallsGarage', 'areaPerStallGarage', true, { building: ['parking', 'garages'] }),
  parking('on-street', 'stallsOnStreet', 'areaPerStallLot', false, { parking: ['street_side', 'lane', 'on_kerb', 'half_on_kerb', 'shoulder', 'layby'] }),
  parking('lot', 'stallsLot', 'areaPerStallLot', false, { parking: ['surface', 'rooftop'] }),
  parking('basement', 'stallsBasement', 'areaPerStallGarage', true, { layer: ['-1', '-2', '-3', '-4', '-5'] }),
  parking(null, 'stallsUnknown', 'areaPerStallLot', false, {}),
];
export const PARKING_ACCESS: Readonly<Record<string, 'public' | 'residents' | 'closed'>> = {
  yes: 'public', permissive: 'public', customers: 'public', public: 'public', destination: 'public', private: 'residents', residents: 'residents', permit: 'residents', no: 'closed', military: 'closed', employees: 'closed', delivery: 'closed',
};

/** Ways on which people walk unless the tags say otherwise, and those on which they walk only if the tags say so. */
export const WALKED = ['footway', 'path', 'pedestrian', 'steps', 'living_street', 'residential', 'service', 'unclassified', 'road', 'tertiary', 'tertiary_link', 'secondary', 'secondary_link', 'primary', 'primary_link', 'track', 'corridor', 'hallway', 'crossing', 'elevator', 'platform', 'bridleway'];
export const WALKED_IF_SAID = ['trunk', 'trunk_link', 'cycleway', 'busway'];
/** Through a tunnel of these only cars go, unless a pavement is mapped. */
export const CAR_ROADS = ['tertiary', 'tertiary_link', 'secondary', 'secondary_link', 'primary', 'primary_link', 'trunk', 'trunk_link'];

/** Our class of a road by its `highway` value, for projects. */
export const ROAD_CLASSES: Readonly<Record<string, 'expressway' | 'arterial' | 'secondary' | 'branch'>> = {
  motorway: 'expressway', trunk: 'expressway', primary: 'arterial', secondary: 'secondary', tertiary: 'secondary', unclassified: 'branch', residential: 'branch', living_street: 'branch', service: 'branch', pedestrian: 'branch',
};

export interface LandRow {
  landUse: string;
  when: Condition;
}
const land = (landUse: string, when: Condition): LandRow => ({ landUse, when });
/** Land by GB 50137. What is not here (pools, marinas, beaches, fountains; a stadium is a building, its pitch is here) is no parcel that a plan would look at. */
export const LAND_USES: readonly LandRow[] = [
  land('G1', { leisure: ['park', 'garden', 'playground', 'dog_park', 'common', 'nature_reserve'] }),
  land('A4', { leisure: ['pitch', 'sports_centre', 'track', 'golf_course'] }),
  land('G3', { place: ['square'] }),
  land('S42', { amenity: ['parking'], parking: ['surface'] }),
  land('A33', { amenity: ['school', 'kindergarten', 'college', 'university'] }),
  land('A5', { amenity: ['hospital', 'clinic'] }),
  land('S41', { amenity: ['bus_station'] }),
  land('R2', { landuse: ['residential'] }),
  land('B1', { landuse: ['retail', 'commercial'] }),
  land('M1', { landuse: ['industrial'] }),
  land('G1', { landuse: ['grass', 'recreation_ground', 'village_green', 'flowerbed'] }),
  land('H3', { landuse: ['cemetery'] }),
  land('E2', { landuse: ['forest', 'farmland', 'meadow', 'orchard', 'vineyard', 'allotments'] }),
  land('E2', { natural: ['wood', 'scrub', 'grassland'] }),
];

export interface ConstraintRow {
  kind: string;
  when: Condition;
  /** How deep it lies: by `layer`, as a culvert, as a basement of stated levels, or not known. */
  depth: 'layer' | 'culvert' | 'basement' | 'unknown';
  /** A parameter that switches the row, and values of `building` that it does not mean. */
  parameter?: string;
  except?: readonly string[];
}
const constraint = (kind: string, depth: ConstraintRow['depth'], when: Condition): ConstraintRow => ({ kind, when, depth });
/** A feature may be several: every row that fits counts. */
export const CONSTRAINTS: readonly ConstraintRow[] = [
  constraint('metro-structure', 'layer', { railway: ['subway', 'light_rail', 'monorail'], tunnel: ['*'] }),
  constraint('tunnel', 'layer', { railway: ['rail', 'narrow_gauge', 'tram', 'funicular'], tunnel: ['*'] }),
  constraint('tunnel', 'layer', { highway: ['motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link', 'tertiary', 'tertiary_link', 'residential', 'unclassified'], tunnel: ['yes'] }),
  constraint('metro-planned', 'unknown', { railway: ['construction', 'proposed'], tunnel: ['*'] }),
  constraint('river', 'culvert', { waterway: ['river', 'stream', 'canal', 'drain', 'ditch'], tunnel: ['*'] }),
  constraint('river', 'unknown', { waterway: ['river', 'stream', 'canal', 'riverbank'] }),
  constraint('river', 'unknown', { natural: ['water'], water: ['river', 'lake', 'pond', 'canal', 'reservoir', 'basin'] }),
  constraint('heritage', 'unknown', { heritage: ['*'] }),
  constraint('heritage', 'unknown', { historic: ['*'], building: ['*'] }),
  constraint('explosives', 'unknown', { amenity: ['fuel'] }),
  constraint('existing-basement', 'basement', { building: ['*'], 'building:levels:underground': ['*'] }),
  constraint('military', 'unknown', { landuse: ['military'] }),
  // Nobody digs under a standing house: without this, corridors whose width is assumed would run through them.
  { ...constraint('foundation', 'unknown', { building: ['*'] }), parameter: 'buildingFoundations', except: ['roof', 'carport', 'greenhouse', 'construction', 'tent', 'kiosk'] },
];
