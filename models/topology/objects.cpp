// SPDX-License-Identifier: Apache-2.0
#include "models/topology/objects.h"

Application::Application() = default;
Application::Application(const Application &other) = default;
Application::Application(Application &&other) noexcept = default;
Application &Application::operator=(const Application &other) = default;
Application &Application::operator=(Application &&other) noexcept = default;
Application::~Application() = default;

bool Application::operator==(const Application &other) const = default;
