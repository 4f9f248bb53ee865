using System.Security.Claims;
using BriefingBot.Channels.BotFramework.Authentication;

namespace BriefingBot.BotBuilder;

/// <summary>A channel that was authenticated.</summary>
/// <param name="service">The only place that answers to it may go to.</param>
internal sealed class ChannelIdentity(ServiceAddress service) : ClaimsIdentity
{
    public ServiceAddress Service { get; } = service;
}
