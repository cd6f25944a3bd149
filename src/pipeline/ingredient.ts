/** What a stage can be made from, beside the stages before it; what each is stands in `ingredients.ts`. */
export type Ingredient =
  | 'program'
  | 'pipeline'
  | 'parts'
  | 'files'
  | 'as-of'
  | 'nights'
  | 'gazetteer'
  | 'model'
  | 'decisions'
  | 'key'
  | 'language'
  | 'names';
