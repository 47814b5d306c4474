package org.muster.testing;

import io.quarkus.test.junit.TestProfile;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/** Tests that want an application of their own last, since it is started for them; in each part those first that say so by {@link Order}. */
public final class Sequence implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(Sequence::wantsItsOwn)
                        .thenComparing(test -> test.findAnnotation(Order.class)
                                .map(Order::value)
                                .orElse(Order.DEFAULT)));
    }

    /** By name: each application's tests are read by a class loader of its own. */
    private static boolean wantsItsOwn(ClassDescriptor test) {
        for (var annotation : test.getTestClass().getAnnotations()) {
            if (annotation.annotationType().getName().equals(TestProfile.class.getName())) {
                return true;
            }
        }
        return false;
    }
}
