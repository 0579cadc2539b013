//! The binary saksvar: the only place that names every adapter.
