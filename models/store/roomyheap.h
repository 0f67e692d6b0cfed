// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// While it lives, glibc's heap grows by so many bytes at once; of those, what the present thread
/// gets comes in large pages. Left to itself the heap grows page by page, and a load spends a third
/// of its time in the kernel. Takes address space only, and is a hint: what can't be had is left.
class RoomyHeap final
{
public:
    explicit RoomyHeap(size_t bytes);
    ~RoomyHeap();
    RoomyHeap(const RoomyHeap &) = delete;
    RoomyHeap &operator=(const RoomyHeap &) = delete;

    /// For a thread that is not the process's first, before it allocates much.
    static void useLargePages();
};
