using System.Net;
using CaseFlow.Web.Trust;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Web.Tests.Trust;

public sealed class SiteAddressesTests
{
    private static readonly IPAddress[] Reachable = [IPAddress.Parse("192.168.1.20")];

    [Fact]
    public void A_server_open_to_the_network_is_opened_here_by_localhost_and_there_by_its_addresses()
    {
        var addresses = new SiteAddresses(["http://[::]:5000", "https://[::]:5443"]);

        addresses.Here.ShouldBe("http://localhost:5000");
        addresses.InNetwork(Reachable).ShouldBe([("http://192.168.1.20:5000", "https://192.168.1.20:5443")]);
        addresses.SafeFor(new HostString("school-pc", 5000)).ShouldBe("https://school-pc:5443");
        addresses.SafeFor(new HostString("[fd00::2]", 5000)).ShouldBe("https://[fd00::2]:5443");
    }

    [Fact]
    public void A_server_for_this_computer_alone_has_no_address_in_the_network()
    {
        var addresses = new SiteAddresses(["http://localhost:5000", "https://localhost:5443"]);

        addresses.Here.ShouldBe("http://localhost:5000");
        addresses.InNetwork(Reachable).ShouldBeEmpty();
    }

    [Fact]
    public void Without_HTTPS_there_is_no_safe_address()
    {
        var addresses = new SiteAddresses(["http://0.0.0.0:8080"]);

        addresses.HttpsPort.ShouldBeNull();
        addresses.SafeFor(new HostString("school-pc", 8080)).ShouldBeNull();
        addresses.InNetwork(Reachable).ShouldBeEmpty();
    }
}
