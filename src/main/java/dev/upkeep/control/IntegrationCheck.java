package dev.upkeep.control;

import java.util.Optional;

/// What came back when a test message was sent.
///
/// @param delivered whether the service took it
/// @param status of the HTTP answer; empty unless it was delivered
/// @param host where it was sent
/// @param form the word of a service that the address looks like, where nobody has said which it is
/// @param problem a clause such as `example.com refused the connection`; empty if it was delivered
public record IntegrationCheck(
    Integration outlet,
    boolean delivered,
    Optional<Integer> status,
    String host,
    Optional<String> form,
    Optional<String> problem) {}
