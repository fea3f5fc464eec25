package main

import (
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
)

// The .NET generator fetches a logo from the network and fails without one. It gets an empty one from here.
func withLogo(generate func(url string) (map[string][]byte, error)) (map[string][]byte, error) {
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) {
		_ = png.Encode(answer, image.NewNRGBA(image.Rect(0, 0, 64, 64)))
	}))
	defer server.Close()
	return generate(server.URL)
}
