// SPDX-License-Identifier: Apache-2.0

namespace {

int *volatile leaked = nullptr;

}  // namespace

int main()
{
    leaked = new int(1);
    leaked = nullptr;
}
