/** Uniforms of a draw of volumes. */
export interface VolumeUniforms {
  /** Depths between which something is drawn, m. */
  above: number;
  below: number;
  alpha: number;
  /** 1 shades faces by how they lie; 0 draws edges: the colour of the body, darker. */
  lit: number;
  /** Edges are drawn before the faces that they bound. */
  bias: number;
}
const BLOCK = `\
layout(std140) uniform volumeUniforms {
  float above;
  float below;
  float alpha;
  float lit;
  float bias;
} volume;
`;
export const volumeUniforms = {
  name: 'volume', source: '', vs: BLOCK, fs: BLOCK,
  uniformTypes: { above: 'f32', below: 'f32', alpha: 'f32', lit: 'f32', bias: 'f32' },
} as const;

export const VERTEX = `\
#version 300 es
in vec3 positions;
in vec4 colors;
in float rows;
out vec4 vColor;
out vec3 vPlace;
void main(void) {
  geometry.worldPosition = positions;
  geometry.pickingColor = picking_getPickingColorFromIndex(rows);
  vPlace = positions;
  vColor = colors;
  gl_Position = project_position_to_clipspace(positions, vec3(0.0), vec3(0.0), geometry.position);
  gl_Position.z -= volume.bias * gl_Position.w;
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  DECKGL_FILTER_COLOR(vColor, geometry);
}
`;
/** Faces are flat: how they lie follows from the place of the pixels beside each other, so that faces can share their vertices. */
export const FRAGMENT = `\
#version 300 es
precision highp float;
in vec4 vColor;
in vec3 vPlace;
out vec4 fragColor;
void main(void) {
  if (vPlace.z > -volume.above || vPlace.z < -volume.below) discard;
  vec3 normal = normalize(cross(dFdx(vPlace), dFdy(vPlace)));
  float light = 0.80 + 0.20 * dot(normal, normalize(vec3(-0.45, -0.6, 0.75)));
  vec3 shaded = volume.lit > 0.5 ? vColor.rgb * light : vColor.rgb * 0.5;
  fragColor = vec4(shaded, volume.alpha);
  geometry.uv = vec2(0.0);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;
