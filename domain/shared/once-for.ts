/**
 * Works something out once for each object: what is read does not change, so several measures share what was
 * prepared from it. It is forgotten with the object. `make` must give a value.
 */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    known.set(key, made)
    return made
  }
}
