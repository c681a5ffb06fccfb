// Lets better-sqlite3, written for Node-API 10, run on Node-API 8 (the stand-in Electron 25).
// References to strings and to values of any kind exist only from version 10 on; before, only
// objects, functions and symbols may be referenced. So each such value is held inside an object
// of its own. Strings alone would not do: user-defined aggregates keep arbitrary values.
#pragma once
#undef NAPI_VERSION
#define NAPI_VERSION 8
#include <napi.h>
namespace Napi {
namespace napi8 {
inline napi_status Hold(napi_env env, napi_value value, uint32_t count, napi_ref* ref) {
  napi_value holder;
  napi_status s = napi_create_object(env, &holder);
  if (s == napi_ok) s = napi_set_element(env, holder, 0, value);
  if (s == napi_ok) s = napi_create_reference(env, holder, count, ref);
  return s;
}
inline napi_status Held(napi_env env, napi_ref ref, napi_value* value) {
  napi_value holder;
  napi_status s = napi_get_reference_value(env, ref, &holder);
  if (s == napi_ok) s = napi_get_element(env, holder, 0, value);
  return s;
}
}
#define PORTOLAN_NAPI8(T)                                                            \
  template <> inline Reference<T> Reference<T>::New(const T& value, uint32_t count) { \
    napi_env env = value.Env(); napi_value v = value; napi_ref ref = nullptr;         \
    if (v == nullptr) return Reference<T>(env, nullptr);                              \
    napi_status s = napi8::Hold(env, v, count, &ref);                                 \
    NAPI_THROW_IF_FAILED(env, s, Reference<T>());                                     \
    return Reference<T>(env, ref);                                                    \
  }                                                                                   \
  template <> inline void Reference<T>::Reset(const T& value, uint32_t count) {       \
    Reset(); _env = value.Env(); napi_value v = value;                                \
    if (v == nullptr) return;                                                         \
    napi_status s = napi8::Hold(_env, v, count, &_ref);                               \
    NAPI_THROW_IF_FAILED_VOID(_env, s);                                               \
  }                                                                                   \
  template <> inline T Reference<T>::Value() const {                                  \
    if (_ref == nullptr) return T();                                                  \
    napi_value v; napi_status s = napi8::Held(_env, _ref, &v);                        \
    NAPI_THROW_IF_FAILED(_env, s, T());                                               \
    return T(_env, v);                                                                \
  }
PORTOLAN_NAPI8(Napi::String)
PORTOLAN_NAPI8(Napi::Value)
#undef PORTOLAN_NAPI8
}
